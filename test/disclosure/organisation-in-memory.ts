import {
  addMonths,
  BLOCK_FLOOR,
  capOf,
  CATALOGUE,
  closeBreakdown,
  closeHours,
  closeLedgers,
  endsWith,
  isInPeriod,
  judgeBlock,
  postingPlan,
  sizeOf,
  type Breakdown,
  type BreakdownRules,
  type Carry,
  type HoursPosting,
  type LedgerBlock,
  type LedgerClose,
  type LedgerInput,
  type LedgerRules,
  type LedgerState,
  type Month,
  type PostedCount,
  type ReflectionHours,
} from '@rolvast/domain';
import { Draws } from '@rolvast/api/release-audit/draws.js';
import type { PublishedBreakdown, PublishedLedgers, WatchedPosting } from '@rolvast/api/release-audit/published-ledgers.js';
import type { Received, SyntheticOrganisation } from './synthetic-organisation.js';

/** A block with what the test keeps of where it came from. */
export interface PublishedBlock extends LedgerBlock {
  readonly received: readonly Received[];
}

/** Everything published about one unit over all releases. */
export type PublishedUnit = PublishedLedgers<PublishedBlock>;

/** What readers must not know about the rounding of one unit. */
export interface UnitSecret {
  readonly firstCarry: (key: string) => Carry;
  readonly order: (breakdown: string, key: string, closing: Month, parts: number) => readonly number[];
}

/** The rules of the engine, any of which a test may weaken. */
export interface PublishingRules {
  /** By default drawn anew for every unit. */
  readonly secretOf?: (unit: string) => UnitSecret;
  readonly ledger: LedgerRules;
  readonly breakdown: BreakdownRules;
  readonly breakdowns: readonly Breakdown[];
}

const PLAN = postingPlan(CATALOGUE, 'team');
const HOURS = CATALOGUE.filter((measure): measure is ReflectionHours => measure.kind === 'reflection-hours' && measure.grain.place === 'team');
/** Closes after the last month, so that what ripens or waits for its quarter or half-year is posted as well. */
export const CLOSES_AFTER = 3;

/** Closes one month after the other for every unit, as the publisher does, and keeps all that was published. */
export function publishAll(organisation: SyntheticOrganisation, rules: PublishingRules, secret: number): readonly PublishedUnit[] {
  const units = [...new Set(organisation.teams.flatMap((team) => (team.sibling === null ? [team.code] : [team.code, team.sibling.with, `${team.sibling.with}+${team.code}`])))];
  const [first] = organisation.months;
  if (first === undefined) return [];
  const closings = Array.from({ length: organisation.months.length + CLOSES_AFTER }, (_, index) => addMonths(first, index));
  const posted = new Set<Received>();
  const open = units.map((unit, index) => new UnitInMemory(unit, organisation, rules, posted, secret * 1_000 + index));
  for (const closing of closings) for (const unit of open) unit.close(closing);
  return open.map((unit) => unit.published());
}

/** The unit that a team's reflections are published in at a close. */
function unitAt(organisation: SyntheticOrganisation, team: string, closing: Month): string {
  const joined = organisation.teams.find(({ code, sibling }) => sibling !== null && closing >= sibling.from && (code === team || sibling.with === team));
  return joined?.sibling == null ? team : `${joined.sibling.with}+${joined.code}`;
}

/** Closes ledgers and keeps what only the publisher knows of each posting. */
export function closeWatched(input: LedgerInput, rules: LedgerRules): { readonly close: LedgerClose; readonly postings: readonly WatchedPosting[] } {
  const watched: Pick<WatchedPosting, 'isGuarded' | 'over' | 'ceiling' | 'around'>[] = [];
  const post: LedgerRules['post'] = (reflections, carry, ceiling, around): PostedCount => {
    const made = rules.post(reflections, carry, ceiling, around);
    watched.push({ isGuarded: made.isGuarded, over: reflections.length, around: around === undefined || around === Number.POSITIVE_INFINITY ? null : around, ceiling: Math.min(capOf(reflections.length), ceiling ?? Number.POSITIVE_INFINITY) });
    return made;
  };
  const close = closeLedgers(input, { ...rules, post });
  return { close, postings: close.postings.map((posting, index) => ({ ...posting, ...(watched[index] ?? { isGuarded: false, over: 0, ceiling: 0, around: null }) })) };
}

function drawnSecret(draws: Draws): UnitSecret {
  return { firstCarry: () => draws.pick([-1, 0, 1]), order: (_, __, ___, parts) => draws.order(parts) };
}

class UnitInMemory {
  private readonly blocks: PublishedBlock[] = [];
  private readonly postings: WatchedPosting[] = [];
  private readonly breakdowns: PublishedBreakdown[] = [];
  private readonly hours: HoursPosting[] = [];
  private readonly secret: UnitSecret;
  private state: LedgerState = { carries: new Map(), postings: [], windows: [] };

  constructor(
    private readonly unit: string,
    private readonly organisation: SyntheticOrganisation,
    private readonly rules: PublishingRules,
    /** What any unit posted: it is never posted again, whatever is reorganised. */
    private readonly posted: Set<Received>,
    seed: number,
  ) {
    this.secret = rules.secretOf?.(unit) ?? drawnSecret(new Draws(seed));
  }

  published(): PublishedUnit {
    return { unit: this.unit, blocks: this.blocks, madeOf: new Map(), postings: this.postings, windows: this.state.windows, breakdowns: this.breakdowns, hours: this.hours };
  }

  close(closing: Month): void {
    this.ripen(closing);
    this.postBlock(closing);
    this.closeLedgers(closing);
    if (!endsWith('quarter', closing)) return;
    this.closeBreakdowns(closing, this.blocks.filter(({ closedIn }) => isInPeriod('quarter', closedIn, closing)));
    this.hours.push(...closeHours(HOURS, this.blocks, this.hours));
  }

  /** The outcome that ripens is read from the latest revision; everything else stays as posted. */
  private ripen(closing: Month): void {
    this.blocks.forEach((block, index) => {
      if (block.closedIn >= closing) return;
      const reflections = block.reflections.map((one, at) => {
        const { discussedIn, discussedOn } = block.received[at]?.latest ?? one.reflection;
        return { ...one, reflection: { ...one.reflection, discussedIn, discussedOn } };
      });
      this.blocks[index] = { ...block, reflections };
    });
  }

  private postBlock(closing: Month): void {
    const pending = this.organisation.received.filter((one) => !this.posted.has(one) && this.isPending(one, closing));
    const professionals = this.organisation.teams.filter(({ code }) => unitAt(this.organisation, code, closing) === this.unit).reduce((sum, team) => sum + team.professionals, 0);
    if (judgeBlock(sizeOf(pending), professionals) !== 'safe') return;
    for (const one of pending) this.posted.add(one);
    this.blocks.push({ number: this.blocks.length + 1, closedIn: closing, received: pending, reflections: pending.map(({ contributor, careCase, reflection }) => ({ contributor, careCase, reflection })) });
  }

  private isPending({ team, reflection, receivedIn, withdrawnIn }: Received, closing: Month): boolean {
    if (receivedIn > closing || reflection.reflectedOn.slice(0, 7) > closing || (withdrawnIn !== null && withdrawnIn <= closing)) return false;
    return unitAt(this.organisation, team, closing) === this.unit;
  }

  private closeLedgers(closing: Month): void {
    const { postings, close } = closeWatched({ plan: PLAN, closing, blocks: this.blocks, state: this.state, firstCarry: this.secret.firstCarry, floor: BLOCK_FLOOR }, this.rules.ledger);
    this.postings.push(...postings);
    this.state = { carries: close.carries, postings: [...this.state.postings, ...close.postings], windows: [...this.state.windows, ...close.windows] };
  }

  private closeBreakdowns(closing: Month, blocks: readonly PublishedBlock[]): void {
    if (blocks.length === 0) return;
    const numbers = blocks.map((block) => block.number);
    const postings = this.postings.filter(({ firstBlock, lastBlock }) => numbers.includes(firstBlock) && numbers.includes(lastBlock));
    for (const breakdown of this.rules.breakdowns) {
      const closed = closeBreakdown({ breakdown, catalogue: CATALOGUE, blocks, unit: { careForm: 'support' }, postings, orderOf: (key, parts) => this.secret.order(breakdown.code, key, closing, parts), floor: BLOCK_FLOOR }, this.rules.breakdown);
      if (closed !== null) this.breakdowns.push({ breakdown, blocks: numbers, closed });
    }
  }
}
