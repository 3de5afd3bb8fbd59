import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the working copy. */
export const WORKING_COPY = fileURLToPath(new URL('../../', import.meta.url));

const SIGN_IN_SETTINGS = ['PUBLIC_URL', 'SIGN_IN', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_SCOPES', 'OIDC_LINK_CLAIM', 'OIDC_GROUPS_CLAIM', 'GROUP_ROLES_FILE', 'SESSION_IDLE_MINUTES', 'AUDIT_HEAD_FILE'].map((name) => `ROLVAST_${name}`);

/** The settings of whoever runs the tests must not reach what is tested: an exported DATABASE_URL would be filled with the demo. */
export const NO_SETTINGS = { DATABASE_URL: '', ROLVAST_DATA_DIR: '', ROLVAST_PSEUDONYM_KEY: '', ROLVAST_PSEUDONYM_KEY_FILE: '', PORT: '', HOST: '', ROLVAST_HOST_NAMES: '', ROLVAST_TRUSTED_PROXY: '', NODE_ENV: '', LOG_LEVEL: '', ...Object.fromEntries(SIGN_IN_SETTINGS.map((name) => [name, ''])) };

/** How a program ended and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Text for its standard input. */
  readonly input?: string;
}

/** Runs a program to its end. */
export function runProgram(program: string, words: readonly string[], { env = {}, cwd = WORKING_COPY, input }: RunOptions = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd, env: { ...process.env, ...NO_SETTINGS, ...env }, stdio: 'pipe' });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input ?? '');
  });
}

/** Runs a script of the project with the Node that runs the tests. */
export function runNode(script: string, words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return runProgram(process.execPath, [`${WORKING_COPY}${script}`, ...words], options);
}
