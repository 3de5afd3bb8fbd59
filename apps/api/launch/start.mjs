import { checkNode, ensureBuilt, ensureInstalled, SetUpFailed } from './workspace.mjs';

/** `npm start`: everything a fresh machine needs, then the server in this same process. */
checkNode();
const say = (line) => process.stdout.write(`${line}\n`);
try {
  await ensureInstalled(say);
  await ensureBuilt(say);
  await import('../dist/main.js');
} catch (error) {
  if (!(error instanceof SetUpFailed)) throw error;
  process.stderr.write(`rolvast: ${error.message}\n`);
  process.exitCode = 1;
}
