import type { Command } from 'commander';
import type { PolicyValues } from '@rolvast/domain';
import type { Finish, JsonOption, OutputOf } from './command-words.js';

interface OfOrganisation extends JsonOption {
  readonly organisation: string;
}
interface ByPerson extends OfOrganisation {
  readonly by: string;
}
type Proposal = ByPerson & { readonly [Parameter in keyof PolicyValues]?: string };

/** Adds `rolvast policy` and `rolvast publish`. */
export function addPublish(program: Command, finish: Finish, outputOf: OutputOf): void {
  addPolicy(program, finish, outputOf);
  program
    .command('publish')
    .description('what goes to readers')
    .command('audit')
    .requiredOption('--organisation <CODE>', 'organisation whose figures to attack')
    .option('--seconds <N>', 'how long to attack; units not reached are checked by the rules', '60')
    .option('--json', 'answer with one JSON object')
    .description('attack what is published and what waits to go out, on the real contributions; exit code 1 when something is found')
    .action(async (options: OfOrganisation & { readonly seconds: string }) => {
      const { auditPublication } = await import('./publish-audit.js');
      finish(await auditPublication(options.organisation, Number(options.seconds), outputOf(options)));
    });
}

function addPolicy(program: Command, finish: Finish, outputOf: OutputOf): void {
  const policy = program.command('policy').description('how much must stand behind a figure, and when months close');
  of(policy, 'show', 'what is in force, what is proposed, and what was before').action(async (options: OfOrganisation) => {
    const { showPolicy } = await import('./policy.js');
    finish(await showPolicy(options.organisation, outputOf(options)));
  });
  by(policy, 'propose', 'propose stricter values or another closing day; the data protection officer decides')
    .option('--professionals <N>', 'least professionals behind a figure, 5 or more')
    .option('--cases <N>', 'least cases, 8 or more')
    .option('--reflections <N>', 'least reflections, 10 or more')
    .option('--largest-percent <N>', 'largest share of one professional or case, 50 or less')
    .option('--closing-day <N>', 'day of the month on which the month before closes, 1 to 28')
    .action(async (options: Proposal) => {
      const { proposePolicy } = await import('./policy.js');
      finish(await proposePolicy(options.organisation, options.by, changesOf(options), outputOf(options)));
    });
  for (const [word, decision, description] of [
    ['approve', 'in-force', 'let the proposal count for new blocks'],
    ['refuse', 'refused', 'refuse the proposal'],
  ] as const) {
    by(policy, word, description).action(async (options: ByPerson) => {
      const { decidePolicy } = await import('./policy.js');
      finish(await decidePolicy(options.organisation, options.by, decision, outputOf(options)));
    });
  }
  by(policy, 'consent', 'record what must be there before the first release to readers in production')
    .requiredOption('--works-council <DATE>', 'day on which the works council consented')
    .requiredOption('--impact-assessment <DATE>', 'day on which the impact assessment was finished')
    .action(async (options: ByPerson & { readonly worksCouncil: string; readonly impactAssessment: string }) => {
      const { recordConsent } = await import('./policy.js');
      finish(await recordConsent(options.organisation, options.by, options.worksCouncil, options.impactAssessment, outputOf(options)));
    });
}

function of(parent: Command, word: string, description: string): Command {
  return parent.command(word).requiredOption('--organisation <CODE>', 'organisation it is about').option('--json', 'answer with one JSON object').description(description);
}

function by(parent: Command, word: string, description: string): Command {
  return of(parent, word, description).requiredOption('--by <NAME>', 'who does this');
}

function changesOf({ professionals, cases, reflections, largestPercent, closingDay }: Proposal): Partial<PolicyValues> {
  const given = { professionals, cases, reflections, largestPercent, closingDay };
  return Object.fromEntries(Object.entries(given).flatMap(([code, text]) => (text === undefined ? [] : [[code, Number(text)]])));
}
