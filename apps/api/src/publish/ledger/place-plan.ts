import { endsWith, findBreakdowns, isInPeriod, LEDGER_PERIODS, postingPlan, type Breakdown, type Catalogue, type HoursPosting, type Month, type PartWindow, type PitfallCatalogue, type PostingPlan, type ReflectionHours } from '@rolvast/domain';
import type { Place } from './place.js';

/** Everything that a kind of place posts. */
export interface PlacePlan {
  readonly ledgers: PostingPlan;
  readonly hours: readonly ReflectionHours[];
  readonly breakdowns: readonly Breakdown[];
}

/** A block as far as its place in time goes. */
export interface NumberedBlock {
  readonly number: number;
  readonly closedIn: Month;
}

/** The engine's name of a kind of place. */
const LEVEL_OF = { unit: 'team', region: 'region', organisation: 'organisation' } as const;

/** What the catalogue makes a kind of place post. */
export function placePlan(catalogue: Catalogue, pitfalls: PitfallCatalogue, kind: Place['kind']): PlacePlan {
  const level = LEVEL_OF[kind];
  return {
    ledgers: postingPlan(catalogue, level),
    hours: hoursMeasures(catalogue).filter(({ grain }) => grain.place === level),
    breakdowns: findBreakdowns(pitfalls).filter(({ grain }) => grain.place === level),
  };
}

export function hoursMeasures(catalogue: Catalogue): readonly ReflectionHours[] {
  return catalogue.filter((measure): measure is ReflectionHours => measure.kind === 'reflection-hours');
}

/** The measures of hours whose period ends with a month. */
export function endingHours({ hours }: PlacePlan, closing: Month): readonly ReflectionHours[] {
  return hours.filter(({ grain }) => endsWith(grain.period, closing));
}

/**
 * The first block that some ledger which closes now needs: the blocks of the periods that end, and those after the last posting of
 * each part and of each sum of hours.
 *
 * @returns null when nothing that closes needs a block.
 */
export function firstNeeded(plan: PlacePlan, closing: Month, blocks: readonly NumberedBlock[], windows: readonly PartWindow[], hours: readonly HoursPosting[]): number | null {
  const ending = LEDGER_PERIODS.filter((period) => endsWith(period, closing));
  const ofPeriods = blocks.filter(({ closedIn }) => ending.some((period) => isInPeriod(period, closedIn, closing))).map(({ number }) => number);
  const ofParts = plan.ledgers.parts.filter(({ period }) => ending.includes(period)).map(({ key }) => nextAfter(windows.filter((window) => window.key === key)));
  const ofHours = endingHours(plan, closing).map(({ code }) => nextAfter(hours.filter(({ measure }) => measure === code)));
  const last = blocks.at(-1)?.number ?? 0;
  const needed = [...ofPeriods, ...ofParts, ...ofHours].filter((number) => number <= last);
  return needed.length === 0 ? null : Math.min(...needed);
}

function nextAfter(posted: readonly { readonly lastBlock: number }[]): number {
  return 1 + Math.max(0, ...posted.map(({ lastBlock }) => lastBlock));
}
