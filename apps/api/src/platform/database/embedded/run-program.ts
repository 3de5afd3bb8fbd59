import { spawn } from 'node:child_process';

/** A program with everything needed to start it as the right user. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly gid?: number;
}

export interface ProgramOutcome {
  /** Undefined when the program could not be started or was ended by a signal. */
  readonly exitCode: number | undefined;
  /** Standard output and standard error as they came; the system's reason when it could not be started. */
  readonly output: string;
}

/** Runs a program to its end. Never rejects: a program that cannot be started is an outcome as well. */
export function runProgram(command: Command): Promise<ProgramOutcome> {
  return new Promise((resolve) => {
    const { file, args, ...user } = command;
    // The working directory may be closed to the user we become, so a neutral one is used.
    const child = spawn(file, args, { ...user, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => {
      resolve({ exitCode: undefined, output: output + error.message });
    });
    child.on('close', (code) => {
      resolve({ exitCode: code ?? undefined, output });
    });
  });
}
