import { breakableCounts, capOf, hoursAreSafe, isInPeriod, partFloorOf, reachesFloor, BLOCK_FLOOR, sizeOf, type Breakdown, type Catalogue, type LedgerPosting, type PartWindow, type PlannedPart, type SnapshotReflection } from '@rolvast/domain';
import type { PlacePlan } from '../ledger/place-plan.js';
import type { PlacedBlock } from '../ledger/read-open-places.js';
import type { AuditedBreakdown, AuditedPlace } from './audited-place.js';

/** Posted counts stay within this of the truth, unless the cap cut them. */
const LARGEST_DEVIATION = 2;
const HOURS_STEP = 5;

/** What an audit of one place tried, and in which statements a rule does not hold. */
export interface RuleFindings {
  readonly tried: number;
  readonly faults: readonly string[];
}

/** Works every rule of the scheme out again for what a place posted, from its snapshots and figures alone. */
export function findBrokenRules(place: AuditedPlace, plan: PlacePlan, catalogue: Catalogue): RuleFindings {
  const rules = new Rules(place, plan, catalogue);
  return { tried: rules.tried, faults: rules.faults };
}

class Rules {
  tried = 0;
  readonly faults: string[] = [];

  constructor(
    private readonly audited: AuditedPlace,
    private readonly plan: PlacePlan,
    private readonly catalogue: Catalogue,
  ) {
    for (const block of audited.blocks) this.holds(`block ${block.number} reaches the floor`, reachesFloor(sizeOf(block.reflections)));
    for (const posting of audited.postings.filter(({ isNew }) => isNew)) this.count(posting);
    for (const window of audited.windows) this.part(window);
    for (const { measure, hours, ...window } of audited.hours) this.hours(measure, hours, this.within(window));
    for (const breakdown of audited.breakdowns) this.breakdown(breakdown);
  }

  private holds(rule: string, isHeld: boolean): void {
    this.tried += 1;
    if (!isHeld) this.faults.push(`${this.audited.name}: it is not so that ${rule}`);
  }

  private within({ firstBlock, lastBlock }: Pick<PartWindow, 'firstBlock' | 'lastBlock'>): readonly PlacedBlock[] {
    const blocks = this.audited.blocks.filter(({ number }) => number >= firstBlock && number <= lastBlock);
    this.holds(`blocks ${firstBlock} to ${lastBlock} can still be read`, blocks.length === lastBlock - firstBlock + 1);
    return blocks;
  }

  private count(posting: AuditedPlace['postings'][number]): void {
    const planned = this.plan.ledgers.counts.find(({ key }) => key === posting.key);
    const isOutcome = this.plan.ledgers.parts.some(({ outcomes }) => outcomes.some(({ key }) => key === posting.key));
    this.holds(`${posting.key} is something that is posted here`, planned !== undefined || isOutcome);
    const earlier = this.audited.postings.filter((other) => other !== posting && other.key === posting.key && other.lastBlock <= posting.lastBlock);
    this.holds(`${posting.key} is posted once over block ${posting.firstBlock}`, earlier.every(({ lastBlock }) => lastBlock < posting.firstBlock));
    if (planned === undefined) return;
    const reflections = this.within(posting).flatMap((block) => block.reflections);
    const sum = (of: (typeof planned)['counts']) => reflections.reduce((total, { reflection }) => total + of(reflection), 0);
    this.rounded(posting, sum(planned.counts), sum(planned.over));
    if (planned.inside === null) return;
    const around = [...this.audited.postings, ...this.audited.postedByUnits].filter(({ key, firstBlock, lastBlock }) => key === planned.inside && firstBlock >= posting.firstBlock && lastBlock <= posting.lastBlock);
    this.holds(`${posting.key} through block ${posting.lastBlock} is no more than ${planned.inside}`, around.length === 0 || posting.posted <= around.reduce((total, { posted }) => total + posted, 0));
  }

  private rounded({ key, lastBlock, posted, isCapped }: LedgerPosting, truth: number, over: number): void {
    const deviation = posted - truth;
    this.holds(`${key} through block ${lastBlock} is a multiple of 3 below all of them`, posted >= 0 && posted % 3 === 0 && posted <= capOf(over));
    this.holds(`${key} through block ${lastBlock} is within ${LARGEST_DEVIATION} of the truth`, deviation <= LARGEST_DEVIATION && (isCapped || deviation >= -LARGEST_DEVIATION));
  }

  private part(window: PartWindow): void {
    const planned = this.plan.ledgers.parts.find(({ key }) => key === window.key);
    this.holds(`${window.key} is a part here`, planned !== undefined);
    if (planned === undefined) return;
    const blocks = this.within(window);
    const members = blocks.flatMap((block) => block.reflections).filter(({ reflection }) => planned.includes(reflection));
    this.holds(`the posted size of ${window.key} has grown enough`, this.postedSize(planned, blocks) >= partFloorOf(BLOCK_FLOOR));
    this.holds(`${window.key} through block ${window.lastBlock} reaches the floor`, reachesFloor(sizeOf(members)));
    for (const outcome of planned.outcomes) {
      const postedOf = (key: string) => this.audited.postings.find((posting) => posting.key === key && posting.firstBlock === window.firstBlock && posting.lastBlock === window.lastBlock);
      const posting = postedOf(outcome.key);
      this.holds(`${outcome.key} is posted over the window of its part`, posting !== undefined);
      if (posting === undefined) continue;
      this.rounded(posting, members.filter(({ reflection }) => outcome.counts(reflection)).length, members.length);
      const beside = outcome.beside.reduce((sum, key) => sum + (postedOf(key)?.posted ?? 0), 0);
      const around = outcome.inside === null ? capOf(members.length) : (postedOf(outcome.inside)?.posted ?? 0);
      this.holds(`${outcome.key} and what stands beside it stay inside what they are part of`, posting.posted === 0 || posting.posted + beside <= around);
    }
  }

  private postedSize({ size }: PlannedPart, blocks: readonly PlacedBlock[]): number {
    const numbers = blocks.map(({ number }) => number);
    const posted = [...this.audited.postings, ...this.audited.postedByUnits].filter((posting) => posting.key === size.key && numbers.includes(posting.firstBlock)).reduce((sum, posting) => sum + posting.posted, 0);
    return size.as === 'count' ? posted : blocks.reduce((sum, { reflections }) => sum + reflections.length, 0) - posted;
  }

  private hours(measure: string, hours: number, blocks: readonly PlacedBlock[]): void {
    const planned = this.plan.hours.find(({ code }) => code === measure);
    this.holds(`${measure} is posted here, in steps of ${HOURS_STEP}`, planned !== undefined && hours > 0 && hours % HOURS_STEP === 0);
    // What a wider place posts runs over some of its reflections only; those together are safe when the whole of them is.
    if (planned === undefined) return;
    const granted = blocks.flatMap(({ reflections }) => reflections).filter(({ reflection }) => planned.hoursOf.counts(reflection));
    this.holds(`${measure} tells on nobody`, this.audited.place.kind !== 'unit' || hoursAreSafe(granted.map(({ contributor, careCase, reflection }) => ({ contributor, careCase, hours: reflection.extraHours ?? 0 }))));
  }

  private breakdown({ code, month, parts }: AuditedBreakdown): void {
    const breakdown = this.plan.breakdowns.find((one) => one.code === code);
    this.holds(`${code} is a breakdown here`, breakdown !== undefined);
    if (breakdown === undefined) return;
    const all = breakdown.categories.map((category) => category.code).sort();
    this.holds(`${code} divides the whole list once`, JSON.stringify(parts.flatMap(({ categories }) => categories).sort()) === JSON.stringify(all) && parts.length >= 2);
    const quarter = this.audited.blocks.filter(({ closedIn }) => isInPeriod('quarter', closedIn, month));
    if (breakdown.appliesTo === 'hours') return;
    const members = parts.map(({ categories }) => quarter.flatMap(({ reflections }) => reflections).filter((one) => breakdown.of.counts(one.reflection) && categories.includes(breakdown.categoryOf(one.reflection, one))));
    members.forEach((part, index) => {
      const posted = parts[index]?.reflections ?? null;
      this.holds(`part ${index + 1} of ${code} reaches the floor and says its size`, reachesFloor(sizeOf(part)) && (posted === null || posted === part.length));
    });
    this.dividedCounts(breakdown, parts, members, quarter);
  }

  private dividedCounts(breakdown: Breakdown, parts: AuditedBreakdown['parts'], members: readonly (readonly SnapshotReflection[])[], quarter: readonly PlacedBlock[]): void {
    const numbers = quarter.map(({ number }) => number);
    for (const { count } of breakableCounts(breakdown, this.catalogue)) {
      const values = parts.flatMap(({ counts }) => counts.filter(({ key }) => key === count.key).map(({ value }) => value));
      if (values.length === 0) continue;
      const own = [...this.audited.postings, ...this.audited.postedByUnits].filter((posting) => posting.key === count.key && numbers.includes(posting.firstBlock) && numbers.includes(posting.lastBlock));
      const total = own.reduce((sum, { posted }) => sum + posted, 0);
      this.holds(`${count.key} by ${breakdown.code} adds up to what was posted, which no cap cut`, values.length === parts.length && values.reduce((sum, value) => sum + value, 0) === total && own.every(({ isCapped }) => !isCapped));
      values.forEach((value, index) => {
        const truth = (members[index] ?? []).filter(({ reflection }) => count.counts(reflection)).length;
        this.holds(`${count.key} by ${breakdown.code} is beside the truth in part ${index + 1}`, value % 3 === 0 && Math.abs(value - truth) <= LARGEST_DEVIATION);
      });
    }
  }
}
