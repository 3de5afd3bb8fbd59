import {
  addMonths,
  BLOCK_FLOOR,
  CATALOGUE,
  closeBreakdown,
  closeHours,
  endsWith,
  findBreakdowns,
  isInPeriod,
  LEAST_UNITS_BEYOND_A_TEAM,
  postingPlan,
  type Breakdown,
  type HoursPosting,
  type LedgerBlock,
  type LedgerPlace,
  type LedgerPosting,
  type LedgerState,
  type Month,
  type ReflectionHours,
} from '@rolvast/domain';
import { Draws } from '@rolvast/api/release-audit/draws.js';
import { blockName } from '@rolvast/api/release-audit/harvest.js';
import type { PublishedBreakdown, PublishedLedgers, WatchedPosting } from '@rolvast/api/release-audit/published-ledgers.js';
import { closeWatched, CLOSES_AFTER, type PublishedUnit, type PublishingRules } from './organisation-in-memory.js';
import type { SyntheticOrganisation } from './synthetic-organisation.js';

/** A place wider than a unit. */
export type WidePlace = Exclude<LedgerPlace, 'team'>;

/** Divides what a place publishes by a list, or not at all. */
export type PlaceBreakdowns = (place: WidePlace) => readonly Breakdown[];

const HOURS = CATALOGUE.filter((measure): measure is ReflectionHours => measure.kind === 'reflection-hours');

/** The lists that places wider than a unit publish themselves, each at the one place that is its finest. */
export const PLACE_BREAKDOWNS: PlaceBreakdowns = (place) => findBreakdowns().filter(({ grain, appliesTo }) => grain.place === place && appliesTo === 'of');

/** Closes regions and the organisation after their units, quarter by quarter, as the publisher does. */
export function publishPlaces(organisation: SyntheticOrganisation, units: readonly PublishedUnit[], rules: PublishingRules, secret: number, breakdowns: PlaceBreakdowns = PLACE_BREAKDOWNS): readonly PublishedLedgers[] {
  const [first] = organisation.months;
  if (first === undefined) return [];
  const regionOf = (unit: string) => organisation.teams.find(({ code }) => code === unit.split('+')[0])?.region ?? '';
  const regions = [...new Set(organisation.teams.map(({ region }) => region))];
  const places = [
    ...regions.map((region, index) => new PlaceInMemory('region', region, units.filter(({ unit }) => regionOf(unit) === region), rules, breakdowns('region'), 7_000 * secret + index)),
    new PlaceInMemory('organisation', 'organisation', units, rules, breakdowns('organisation'), 7_000 * secret + 99),
  ];
  const closings = Array.from({ length: organisation.months.length + CLOSES_AFTER }, (_, index) => addMonths(first, index)).filter((month) => endsWith('quarter', month));
  for (const closing of closings) for (const place of places) place.close(closing);
  return places.map((place) => place.published());
}

interface Member {
  readonly unit: PublishedUnit;
  readonly number: number;
}

class PlaceInMemory {
  private readonly blocks: LedgerBlock[] = [];
  private readonly members = new Map<number, readonly Member[]>();
  private readonly postings: WatchedPosting[] = [];
  private readonly breakdowns: PublishedBreakdown[] = [];
  private hours: readonly HoursPosting[] = [];
  private readonly draws: Draws;
  private state: LedgerState = { carries: new Map(), postings: [], windows: [] };

  constructor(
    private readonly kind: WidePlace,
    private readonly name: string,
    private readonly units: readonly PublishedUnit[],
    private readonly rules: PublishingRules,
    private readonly lists: readonly Breakdown[],
    seed: number,
  ) {
    this.draws = new Draws(seed);
  }

  published(): PublishedLedgers {
    const own = this.hours.filter(({ measure }) => HOURS.some(({ code, grain }) => code === measure && grain.place === this.kind));
    const madeOf = new Map([...this.members].map(([number, members]) => [number, members.map((member) => blockName(member.unit.unit, member.number))]));
    return { unit: this.name, blocks: this.blocks, madeOf, postings: this.postings, windows: this.state.windows, breakdowns: this.breakdowns, hours: own };
  }

  close(closing: Month): void {
    this.postBlock(closing);
    const plan = postingPlan(CATALOGUE, this.kind);
    const own = new Set(plan.counts.map(({ key }) => key));
    const borrowed = this.postedByUnits(closing).filter(({ key }) => !own.has(key));
    const { postings, close } = closeWatched({ plan, closing, blocks: this.blocks, state: { ...this.state, postings: [...this.state.postings, ...borrowed] }, firstCarry: () => this.draws.pick([-1, 0, 1]), floor: BLOCK_FLOOR }, this.rules.ledger);
    this.postings.push(...postings);
    this.state = { carries: close.carries, postings: [...this.state.postings, ...close.postings], windows: [...this.state.windows, ...close.windows] };
    this.closeBreakdowns(closing, borrowed);
    this.closeHours(closing);
  }

  /** All blocks of its units that are in none of its own yet, when they are of enough units. */
  private postBlock(closing: Month): void {
    const taken = [...this.members.values()].flat();
    const open = this.units.flatMap((unit) => unit.blocks.filter(({ number, closedIn }) => closedIn <= closing && !taken.some((member) => member.unit === unit && member.number === number)).map((block) => ({ unit, block })));
    if (new Set(open.map(({ unit }) => unit)).size < LEAST_UNITS_BEYOND_A_TEAM) return;
    const number = this.blocks.length + 1;
    this.members.set(number, open.map(({ unit, block }) => ({ unit, number: block.number })));
    this.blocks.push({ number, closedIn: closing, reflections: open.flatMap(({ block }) => block.reflections) });
  }

  /** What units posted by now, under the numbers of the blocks here that hold it whole. */
  private postedByUnits(closing: Month): readonly LedgerPosting[] {
    return [...this.members].flatMap(([number, members]) =>
      this.units.flatMap((unit) => {
        const inside = unit.blocks.filter((block) => block.closedIn <= closing && members.some((member) => member.unit === unit && member.number === block.number)).map((block) => block.number);
        return unit.postings.filter(({ firstBlock, lastBlock }) => inside.includes(firstBlock) && inside.includes(lastBlock)).map(({ key, posted, isCapped }) => ({ key, posted, isCapped, firstBlock: number, lastBlock: number }));
      }),
    );
  }

  private closeBreakdowns(closing: Month, borrowed: readonly LedgerPosting[]): void {
    const blocks = this.blocks.filter(({ closedIn }) => isInPeriod('quarter', closedIn, closing));
    const numbers = blocks.map(({ number }) => number);
    if (numbers.length === 0) return;
    const postings = [...borrowed, ...this.postings].filter(({ firstBlock, lastBlock }) => numbers.includes(firstBlock) && numbers.includes(lastBlock));
    for (const breakdown of this.lists) {
      const closed = closeBreakdown({ breakdown, catalogue: CATALOGUE, blocks, unit: { careForm: null }, postings, orderOf: (_, parts) => this.draws.order(parts), floor: BLOCK_FLOOR }, this.rules.breakdown);
      if (closed !== null) this.breakdowns.push({ breakdown, blocks: numbers, closed });
    }
  }

  /** The sums around those of the place are closed along, so that what lies between is safe, and are not published. */
  private closeHours(closing: Month): void {
    const due = HOURS.filter(({ grain }) => grain.place === this.kind && endsWith(grain.period, closing));
    if (due.length === 0) return;
    const around = HOURS.filter(({ hoursOf }) => due.some(({ nestedIn }) => nestedIn?.key === hoursOf.key));
    this.hours = [...this.hours, ...closeHours([...around, ...due], this.blocks, this.hours)];
  }
}
