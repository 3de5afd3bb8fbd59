import {
  BLOCK_FLOOR,
  CATALOGUE,
  closeHours,
  closeLedgers,
  endsWith,
  firstDayOf,
  judgeBlock,
  parseLocalDate,
  postingPlan,
  sizeOf,
  UNANSWERED,
  type LedgerBlock,
  type LedgerPlace,
  type LedgerPosting,
  type LedgerState,
  type Month,
  type RecordedReflection,
  type ReflectionHours,
  type SnapshotReflection,
} from '@rolvast/domain';
import { queryOnce } from './test-database.js';

/** A unit of the stage: a team alone. */
export interface StagedUnit {
  readonly id: number;
  readonly code: string;
  readonly region: number;
  /** Reflections per month; 0 is a month without any report. */
  readonly volumes: readonly number[];
}

/** A block of a place as published, with the reflections in it. */
interface StagedBlock extends LedgerBlock {
  readonly from: Month;
}

/** One of the places of the stage with its ledgers. */
interface StagedPlace {
  readonly kind: 'unit' | 'region' | 'organisation';
  readonly id: number;
  readonly blocks: readonly StagedBlock[];
  readonly state: LedgerState;
  readonly hours: ReturnType<typeof closeHours>;
}

export const STAGED_ORGANISATION = 1;
const PEOPLE = 10;
const CASES = 13;

/** Draws whole numbers below a bound, the same for the same seed. */
class Draws {
  constructor(private state: number) {}

  below(bound: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * bound);
  }

  of<Item>(...items: readonly [Item, ...Item[]]): Item {
    return items[this.below(items.length)] ?? items[0];
  }
}

/** Publishes made-up units month by month with the engine, and writes what comes out into schema published as release 1. */
export async function publishStage(adminUrl: string, units: readonly StagedUnit[], months: readonly Month[]): Promise<void> {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a stage has months');
  await writeNames(adminUrl, units, first, last);
  const places = units.map((unit) => ({ unit, ...publishUnit(unit, months) }));
  for (const { unit, blocks, place, absent } of places) {
    await insert(adminUrl, 'block', ['unit_id', 'number', 'from_month', 'through_month', 'region_id', 'reflections'], blocks.map(({ number, from, closedIn, reflections }) => [unit.id, number, from, closedIn, unit.region, reflections.length]));
    await insert(adminUrl, 'absent_month', ['unit_id', 'month'], absent.map((month) => [unit.id, month]));
    await writeLedger(adminUrl, place);
  }
  const published = places.map(({ unit, place }) => ({ unit, place }));
  await publishWider(adminUrl, 'organisation', STAGED_ORGANISATION, published, months);
  for (const region of new Set(units.map((unit) => unit.region))) await publishWider(adminUrl, 'region', region, published.filter(({ unit }) => unit.region === region), months);
}

async function writeNames(adminUrl: string, units: readonly StagedUnit[], first: Month, last: Month): Promise<void> {
  const write = (text: string, values: readonly unknown[]) => queryOnce(adminUrl, text, values);
  await write("INSERT INTO intake.organisation (organisation_id, code, name, key_fingerprint) OVERRIDING SYSTEM VALUE VALUES ($1, 'stage', 'Stage', '\\x00')", [STAGED_ORGANISATION]);
  await write("INSERT INTO published.organisation VALUES ($1, 'stage', 'Stage')", [STAGED_ORGANISATION]);
  for (const region of new Set(units.map((unit) => unit.region))) await write('INSERT INTO published.region VALUES ($1, $2, $3, $4)', [STAGED_ORGANISATION, region, `region-${region}`, `Region ${region}`]);
  for (const { id, code, region } of units) {
    // A role is given for a team of the intake.
    await write("INSERT INTO intake.team (organisation_id, team_id, code, name, care_form, valid_from) OVERRIDING SYSTEM VALUE VALUES ($1, $2, $3, $4, 'support', '2020-01-01')", [STAGED_ORGANISATION, id, code, `Team ${code}`]);
    await write('INSERT INTO published.unit (organisation_id, unit_id, code, name, first_month, closed_through) VALUES ($1, $2, $3, $4, $5, $6)', [STAGED_ORGANISATION, id, code, `Team ${code}`, first, last]);
    await write('INSERT INTO published.team (organisation_id, team_id, code, name, region_id, unit_id) VALUES ($1, $2, $3, $4, $5, $2)', [STAGED_ORGANISATION, id, code, `Team ${code}`, region]);
  }
  await write(
    `INSERT INTO published.release (organisation_id, release_number, released_at, closed_through, scheme_version, policy_version, previous_hash, hash, audit)
     VALUES ($1, 1, '2026-07-09T23:30:00Z', $2, 1, 1, NULL, decode(repeat('ab', 32), 'hex'), $3)`,
    [STAGED_ORGANISATION, last, { method: 'linear programmes', units: units.length, targets: 1234, disclosures: 0, unfinished: 2 }],
  );
}

function publishUnit(unit: StagedUnit, months: readonly Month[]): { readonly blocks: readonly StagedBlock[]; readonly place: StagedPlace; readonly absent: readonly Month[] } {
  const draws = new Draws(unit.id);
  const [blocks, absent]: [StagedBlock[], Month[]] = [[], []];
  const ledger = new StagedLedger('team', unit.id);
  let [pending, from]: [SnapshotReflection[], Month | null] = [[], null];
  months.forEach((month, index) => {
    from ??= month;
    pending.push(...Array.from({ length: unit.volumes[index % unit.volumes.length] ?? 0 }, (_, at) => ({ contributor: `${unit.id}-p${at % PEOPLE}`, careCase: `${unit.id}-c${at % CASES}`, reflection: recorded(draws, month) })));
    if (judgeBlock(sizeOf(pending), PEOPLE) === 'safe') {
      blocks.push({ number: blocks.length + 1, closedIn: month, from, reflections: pending });
      [pending, from] = [[], null];
    } else if (pending.length === 0) {
      absent.push(month);
      from = null;
    }
    ledger.close(month, blocks, []);
  });
  return { blocks, absent, place: { kind: 'unit', id: unit.id, blocks, state: ledger.state, hours: ledger.hours } };
}

/** At the end of each quarter all blocks that are in none yet, when they come from three units or more. */
async function publishWider(adminUrl: string, kind: 'region' | 'organisation', id: number, units: readonly { readonly unit: StagedUnit; readonly place: StagedPlace }[], months: readonly Month[]): Promise<void> {
  const blocks: StagedBlock[] = [];
  const taken = new Set<StagedBlock>();
  const ledger = new StagedLedger(kind, id);
  const inherited: LedgerPosting[] = [];
  for (const month of months.filter((one) => endsWith('quarter', one))) {
    const waiting = units.map(({ unit, place }) => ({ unit, place, own: place.blocks.filter((block) => block.closedIn <= month && !taken.has(block)) })).filter(({ own }) => own.length > 0);
    if (waiting.length >= 3) {
      const own = waiting.flatMap((one) => one.own);
      own.forEach((block) => taken.add(block));
      const number = blocks.length + 1;
      const from = own.map((block) => block.from).reduce((least, one) => (one < least ? one : least));
      blocks.push({ number, closedIn: month, from, reflections: own.flatMap(({ reflections }) => reflections) });
      await insert(adminUrl, 'place_block', ['place_kind', 'place_id', 'number', 'from_month', 'through_month', 'units', 'units_in_place', 'reflections'], [[kind, id, number, from, month, waiting.length, units.length, own.flatMap(({ reflections }) => reflections).length]]);
      await insert(adminUrl, 'place_block_member', ['place_kind', 'place_id', 'number', 'unit_id', 'block_number'], waiting.flatMap((one) => one.own.map((block) => [kind, id, number, one.unit.id, block.number])));
      inherited.push(...waiting.flatMap(({ place, own: members }) => place.state.postings.filter(({ lastBlock }) => members.some((block) => block.number === lastBlock)).map((posting) => ({ ...posting, firstBlock: number, lastBlock: number }))));
    }
    ledger.close(month, blocks, inherited);
  }
  await writeLedger(adminUrl, { kind, id, blocks, state: ledger.state, hours: ledger.hours });
}

/** The ledgers of one place, closed month by month. */
class StagedLedger {
  state: LedgerState = { carries: new Map(), postings: [], windows: [] };
  hours: ReturnType<typeof closeHours> = [];
  private readonly measures: readonly ReflectionHours[];
  private readonly draws: Draws;

  constructor(
    private readonly place: LedgerPlace,
    seed: number,
  ) {
    this.measures = CATALOGUE.flatMap((measure) => (measure.kind === 'reflection-hours' && measure.grain.place === place ? [measure] : []));
    this.draws = new Draws(seed);
  }

  /** @param inherited what the units posted, which a wider place reads the size of a part from. */
  close(month: Month, blocks: readonly StagedBlock[], inherited: readonly LedgerPosting[]): void {
    const plan = postingPlan(CATALOGUE, this.place);
    const own = new Set(plan.counts.map(({ key }) => key));
    const state = { ...this.state, postings: [...this.state.postings, ...inherited.filter(({ key }) => !own.has(key))] };
    const made = closeLedgers({ plan, closing: month, blocks, state, firstCarry: () => this.draws.of(-1, 0, 1), floor: BLOCK_FLOOR });
    this.state = { carries: made.carries, postings: [...this.state.postings, ...made.postings], windows: [...this.state.windows, ...made.windows] };
    const closing = this.measures.filter(({ grain }) => endsWith(grain.period, month));
    this.hours = [...this.hours, ...closeHours(closing, blocks, this.hours)];
  }
}

async function writeLedger(adminUrl: string, { kind, id, state, hours }: StagedPlace): Promise<void> {
  const window = ({ firstBlock, lastBlock }: { readonly firstBlock: number; readonly lastBlock: number }) => [firstBlock, lastBlock];
  await insert(adminUrl, 'posted_count', ['place_kind', 'place_id', 'count_key', 'first_block', 'last_block', 'value'], state.postings.map((posting) => [kind, id, posting.key, ...window(posting), posting.posted]));
  await insert(adminUrl, 'part_window', ['place_kind', 'place_id', 'part_key', 'first_block', 'last_block'], state.windows.map((posted) => [kind, id, posted.key, ...window(posted)]));
  await insert(adminUrl, 'posted_hours', ['place_kind', 'place_id', 'measure', 'first_block', 'last_block', 'hours'], hours.map((posted) => [kind, id, posted.measure, ...window(posted), posted.hours]));
}

/** Adds rows of release 1 to a table of schema published. */
export async function insert(adminUrl: string, table: string, columns: readonly string[], rows: readonly (readonly unknown[])[]): Promise<void> {
  if (rows.length === 0) return;
  const named = ['organisation_id', 'release_number', ...columns];
  const objects = rows.map((row) => Object.fromEntries(named.map((name, index) => [name, index === 0 ? STAGED_ORGANISATION : index === 1 ? 1 : row[index - 2]])));
  await queryOnce(adminUrl, `INSERT INTO published.${table} (${named.join(', ')}) SELECT ${named.join(', ')} FROM jsonb_populate_recordset(NULL::published.${table}, $1)`, [JSON.stringify(objects)]);
}

/** Answers to every question that measures look at. */
function recorded(draws: Draws, month: Month): RecordedReflection {
  const maybe = <Value>(value: Value): Value | null => (draws.below(8) === 0 ? null : value);
  const [minors, felt, crossed, disagree] = [draws.below(3) > 0, draws.below(2) === 0, draws.below(3) === 0, draws.below(2) === 0];
  const date = parseLocalDate(firstDayOf(month));
  if (date === null) throw new Error('a month has a first day');
  const pitfalls = draws.below(3) === 0 ? [] : [{ pitfall: draws.of('COALITION', 'POWERLESSNESS', 'INFLUENCE_GAP', 'SECRECY', 'INVISIBLE_CHILD'), subtype: null } as const];
  const isBrought = pitfalls.length > 0 && draws.below(2) === 0;
  return {
    ...UNANSWERED,
    reflectedOn: date,
    pitfalls: maybe(pitfalls),
    discussedIn: isBrought ? 'intervision' : null,
    discussedOn: isBrought ? date : null,
    roleDefinition: maybe(1 + draws.below(5)),
    roleAwareness: maybe(1 + draws.below(5)),
    roleTaking: maybe(1 + draws.below(5)),
    roleSteadfastness: maybe(1 + draws.below(5)),
    feltResponsibility: maybe(1 + draws.below(5)),
    realInfluence: maybe(1 + draws.below(5)),
    agenciesInvolved: maybe(draws.below(9)),
    minorsInvolved: minors,
    childSeen: minors ? maybe(draws.below(5) > 0) : null,
    childSpoken: minors ? maybe(draws.of('yes', 'yes', 'no', 'too_young')) : null,
    childSafetyDiscussed: minors ? maybe(draws.below(5) > 0) : null,
    powerlessnessFelt: felt,
    powerlessnessAcknowledged: felt ? maybe(draws.below(2) === 0) : null,
    boundaryCrossed: crossed,
    boundaryVoiced: crossed ? maybe(draws.below(2) === 0) : null,
    questionsCompared: maybe(draws.of('same', 'reconciled', 'not_reconciled', 'not_compared')),
    onwardReferral: maybe(draws.of('none', 'indicated', 'powerlessness')),
    agenciesDisagree: disagree,
    roundTable: disagree ? maybe(draws.of('held', 'planned', 'not_held')) : null,
    extraHours: maybe(draws.below(3) === 0 ? 0 : 1 + draws.below(6)),
    extraHoursReason: 'other',
  };
}
