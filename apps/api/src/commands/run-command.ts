import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandModule } from '../command.module.js';
import { FrameworkLogger } from '../platform/logging/logger.js';
import { EXIT } from './exit-codes.js';
import type { Output } from './output.js';
import { configOfProcess, openSurroundings } from './surroundings.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** As a shell reports a program that a signal ended: 128 and the number of the signal. */
const EXIT_OF_SIGNAL: Partial<Record<NodeJS.Signals, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/**
 * Opens the database, runs a command, and lets go of everything, also after Ctrl-C.
 *
 * @returns the exit code.
 */
export async function runCommand(output: Output, command: (app: INestApplicationContext) => Promise<number>): Promise<number> {
  const config = configOfProcess();
  if (!config.ok) return refuse(output, config.fault);
  // The database is left in order: what is under way is rolled back, an embedded server stops with its last user.
  // The handlers are there before the server is, so that a signal while it starts stops it as well.
  let letGo: () => Promise<void> = () => opening.then((opened) => (opened.ok ? opened.value.database.close() : undefined));
  const interrupt = (signal: NodeJS.Signals): void => {
    void letGo().finally(() => process.exit(EXIT_OF_SIGNAL[signal] ?? EXIT.bug));
  };
  for (const signal of SIGNALS) process.once(signal, interrupt);
  const opening = openSurroundings(config.value, (line) => output.progress(line));
  const opened = await opening;
  if (!opened.ok) return refuse(output, opened.fault);
  const surroundings = opened.value;
  letGo = () => surroundings.database.close();
  try {
    const app = await NestFactory.createApplicationContext(CommandModule.forRoot(surroundings), {
      logger: new FrameworkLogger(surroundings.logger),
      abortOnError: false,
    });
    try {
      return await command(app);
    } finally {
      await app.close();
    }
  } finally {
    await surroundings.database.close();
    for (const signal of SIGNALS) process.off(signal, interrupt);
  }
}

/** Says what is wrong; the exit code of a refusal. */
export function refuse(output: Output, fault: { readonly code: string; readonly message: string }): number {
  output.fault(fault);
  return EXIT.refused;
}
