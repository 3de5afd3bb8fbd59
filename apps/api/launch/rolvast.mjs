#!/usr/bin/env node
import { checkNode, ensureBuilt, ensureInstalled, SetUpFailed } from './workspace.mjs';

/** `npx rolvast`: installs and builds what is missing, then runs the command line in this same process. */
checkNode();
const say = (line) => process.stderr.write(`${line}\n`);
try {
  await ensureInstalled(say);
  await ensureBuilt(say);
  await import('../dist/cli.js');
} catch (error) {
  if (!(error instanceof SetUpFailed)) throw error;
  process.stderr.write(`rolvast: ${error.message}\n`);
  process.exitCode = 1;
}
