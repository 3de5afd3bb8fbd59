import { checkNode, ensureInstalled, runNx, SetUpFailed } from '../../apps/api/launch/workspace.mjs';

/**
 * What every program of `test/` that is started by hand begins with: a Node that will do, words that were understood, and a
 * build of what it runs. Ends with 2 when the words were not understood and with 1 when the build failed; both in one line.
 *
 * @template Asked
 * @param {object} program
 * @param {Asked | null} program.asked what the words ask for; null when they were not understood.
 * @param {string} program.usage what to say then.
 * @param {(asked: Asked) => Promise<void>} program.run what to do once everything is built.
 */
export async function launchBuilt({ asked, usage, run }) {
  checkNode();
  if (asked === null) {
    process.stderr.write(`rolvast: ${usage}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    await ensureInstalled((line) => process.stderr.write(`${line}\n`));
    await runNx(['run', 'test:build', '--output-style=static'], 'The build failed; what is wrong stands above.');
  } catch (error) {
    if (!(error instanceof SetUpFailed)) throw error;
    process.stderr.write(`rolvast: ${error.message}\n`);
    process.exitCode = 1;
    return;
  }
  await run(asked);
}
