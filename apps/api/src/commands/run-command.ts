import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandModule } from '../command.module.js';
import { FrameworkLogger } from '../platform/logging/logger.js';
import { EXIT } from './exit-codes.js';
import type { Output } from './output.js';
import { configOfProcess, openSurroundings } from './surroundings.js';

/**
 * Opens the database, runs a command, and lets go of everything, also after Ctrl-C.
 *
 * @returns the exit code.
 */
export async function runCommand(output: Output, command: (app: INestApplicationContext) => Promise<number>): Promise<number> {
  const config = configOfProcess();
  if (!config.ok) return refuse(output, config.fault);
  const opened = await openSurroundings(config.value, (line) => output.progress(line));
  if (!opened.ok) return refuse(output, opened.fault);
  const surroundings = opened.value;
  // The database is left in order: what is under way is rolled back, an embedded server stops with its last user.
  const interrupt = (signal: NodeJS.Signals): void => {
    void surroundings.database.close().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
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
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

/** Says what is wrong; the exit code of a refusal. */
export function refuse(output: Output, fault: { readonly code: string; readonly message: string }): number {
  output.fault(fault);
  return EXIT.refused;
}
