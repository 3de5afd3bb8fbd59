import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breakableCounts, findBreakdowns } from '../breakdown/breakdown-list.js';
import { NOT_KNOWN, type Breakdown } from '../breakdown/breakdown.js';
import { CATALOGUE } from '../measure/catalogue.js';
import { FLAGGED } from '../measure/count.js';
import { parseMonth } from '../period/month.js';
import { arbitraryReflection, REFLECTED_ON } from '../../testing/arbitrary-reflection.js';
import { UNANSWERED } from '../reflection/reflection-fields.js';
import { BLOCK_FLOOR } from './block-floor.js';
import { closeBreakdown, type BreakdownClose } from './close-breakdown.js';
import type { LedgerBlock, LedgerPosting, SnapshotReflection } from './close-ledgers.js';
import { postCount } from './rounded-count.js';

const UNIT = { careForm: 'support' };
const BREAKDOWN = breakdown('LEGAL_FRAME');
const PRESCRIBED_BY = breakdown('SUBTYPE_PRESCRIBED');

function breakdown(code: string): Breakdown {
  const found = findBreakdowns().find((one) => one.code === code);
  if (found === undefined) throw new Error(`no breakdown ${code}`);
  return found;
}

function blockOf(reflections: readonly SnapshotReflection[]): LedgerBlock {
  const closedIn = parseMonth('2026-03');
  if (closedIn === null) throw new Error('no month');
  return { number: 1, closedIn, reflections };
}

/** What the block itself posted about every count that can be divided. */
function postingsOf(block: LedgerBlock): LedgerPosting[] {
  return breakableCounts(BREAKDOWN, CATALOGUE).map(({ count, over }) => {
    const list = block.reflections.filter(({ reflection }) => over.counts(reflection)).map(({ contributor, reflection }) => ({ contributor, isCounted: count.counts(reflection) }));
    const { posted, isCapped } = postCount(list, 0);
    return { key: count.key, firstBlock: 1, lastBlock: 1, posted, isCapped };
  });
}

const inListOrder = (_: string, parts: number) => Array.from({ length: parts }, (__, index) => index);

function close(block: LedgerBlock, postings = postingsOf(block), orderOf: (key: string, parts: number) => readonly number[] = inListOrder): BreakdownClose | null {
  return closeBreakdown({ breakdown: BREAKDOWN, catalogue: CATALOGUE, blocks: [block], unit: UNIT, postings, orderOf, floor: BLOCK_FLOOR });
}

const blocks = fc
  .array(fc.tuple(arbitraryReflection(), fc.nat(9), fc.nat(15)), { minLength: 40, maxLength: 90 })
  .map((all) => blockOf(all.map(([reflection, contributor, careCase]) => ({ contributor: `c${contributor}`, careCase: `f${careCase}`, reflection }))));

describe('closeBreakdown', () => {
  it('gives no part more of a count than of the wider one inside which it lies', () => {
    const inner = breakableCounts(BREAKDOWN, CATALOGUE).flatMap(({ count }) => (count.inside === null ? [] : [{ key: count.key, inside: count.inside.key }]));
    expect(inner.length).toBeGreaterThan(0);
    let compared = 0;
    // One pitfall is all that is noticed, so that any and that one count the same.
    const alone = blocks.map((block) => ({ ...block, reflections: block.reflections.map((one) => ({ ...one, reflection: { ...one.reflection, pitfalls: one.reflection.pitfalls?.slice(0, 1).map(() => ({ pitfall: 'POWERLESSNESS' as const, subtype: null })) ?? null } })) }));
    fc.assert(
      fc.property(alone, fc.func(fc.boolean()), (block, isTurned) => {
        const orderOf = (key: string, parts: number) => Array.from({ length: parts }, (_, index) => (isTurned(key) ? parts - 1 - index : index));
        const made = close(block, postingsOf(block), orderOf);
        for (const { key, inside } of inner) {
          const [own, around] = [key, inside].map((one) => made?.counts.find((count) => count.key === one)?.posted);
          if (own === undefined || around === undefined) continue;
          compared += 1;
          own.forEach((value, at) => expect(value).toBeLessThanOrEqual(around[at] ?? 0));
        }
      }),
      { numRuns: 15, seed: 1 },
    );
    expect(compared).toBeGreaterThan(5);
  });

  it('covers every category once, each reflection once, in the order of the list', () => {
    fc.assert(
      fc.property(blocks, (block) => {
        const made = close(block);
        if (made === null) return;
        expect(made.parts.flatMap(({ categories }) => categories).sort()).toEqual(BREAKDOWN.categories.map(({ code }) => code).sort());
        const sizes = made.parts.map(({ reflections }) => reflections ?? 0);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(block.reflections.length);
        expect(sizes.every((size) => size >= BLOCK_FLOOR.reflections)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('divides each count into what was posted for the whole, and never a rare one', () => {
    fc.assert(
      fc.property(blocks, (block) => {
        const made = close(block);
        const postings = postingsOf(block);
        for (const { key, posted } of made?.counts ?? []) {
          expect(posted.reduce((sum, value) => sum + value, 0)).toBe(postings.find((posting) => posting.key === key)?.posted);
          expect(['noticed:SECRECY', 'noticed:INVISIBLE_CHILD']).not.toContain(key);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves a count undivided when one of its postings was capped', () => {
    fc.assert(
      fc.property(blocks, (block) => {
        const capped = postingsOf(block).map((posting) => ({ ...posting, isCapped: posting.key === FLAGGED.key }));
        expect(close(block, capped)?.counts.map(({ key }) => key) ?? []).not.toContain(FLAGGED.key);
      }),
      { numRuns: 30 },
    );
  });

  it('never gives the exact size of a part of what was noticed, because the parts would add up to the exact count', () => {
    const forms = ['BY_CLIENT', 'BY_PROFESSIONAL'].flatMap((subtype) => Array.from({ length: 14 }, () => subtype));
    const block = blockOf(forms.map((subtype, index) => ({ contributor: `c${index % 7}`, careCase: `f${index % 9}`, reflection: { ...UNANSWERED, reflectedOn: REFLECTED_ON, pitfalls: [{ pitfall: 'PRESCRIBED', subtype }] } })));
    const made = closeBreakdown({ breakdown: PRESCRIBED_BY, catalogue: CATALOGUE, blocks: [block], unit: UNIT, postings: [], orderOf: () => [], floor: BLOCK_FLOOR });
    expect(made?.parts.length).toBeGreaterThan(1);
    expect(made?.parts.map(({ reflections }) => reflections)).toEqual(made?.parts.map(() => null));
  });

  it('divides what was noticed by sub-type into parts that add up to what was posted', () => {
    const forms = ['BY_CLIENT', 'BY_PROFESSIONAL'].flatMap((subtype) => Array.from({ length: 14 }, () => subtype));
    const noticed = forms.map((subtype, index): SnapshotReflection => ({ contributor: `c${index % 7}`, careCase: `f${index % 9}`, reflection: { ...UNANSWERED, reflectedOn: REFLECTED_ON, pitfalls: [{ pitfall: 'PRESCRIBED', subtype }] } }));
    const others = Array.from({ length: 20 }, (_, index): SnapshotReflection => ({ contributor: `c${index % 7}`, careCase: `f${index % 9}`, reflection: { ...UNANSWERED, reflectedOn: REFLECTED_ON, pitfalls: [] } }));
    const postings = [{ key: 'noticed:PRESCRIBED', firstBlock: 1, lastBlock: 1, posted: 27, isCapped: false }];
    const made = closeBreakdown({ breakdown: PRESCRIBED_BY, catalogue: CATALOGUE, blocks: [blockOf([...noticed, ...others])], unit: UNIT, postings, orderOf: () => [1, 0], floor: BLOCK_FLOOR });
    expect(made?.counts.map(({ key, posted }) => [key, [...posted].sort()])).toEqual([['noticed:PRESCRIBED', [12, 15]]]);
  });

  it('takes the form of care of the unit in which a reflection was posted, where blocks are of several units', () => {
    const careForm = breakdown('CARE_FORM');
    const reflections = Array.from({ length: 40 }, (_, index): SnapshotReflection => ({ contributor: `c${index % 8}`, careCase: `f${index % 11}`, reflection: { ...UNANSWERED, reflectedOn: REFLECTED_ON } }));
    const inTreatment = new Set(reflections.filter((_, index) => Math.floor(index / 8) % 2 === 0));
    const unit = (one: SnapshotReflection) => ({ careForm: inTreatment.has(one) ? 'treatment' : 'support' });
    const made = closeBreakdown({ breakdown: careForm, catalogue: CATALOGUE, blocks: [blockOf(reflections)], unit, postings: [], orderOf: () => [], floor: BLOCK_FLOOR });
    expect(made?.parts.map(({ reflections: size }) => size).sort()).toEqual([16, 24]);
  });

  it('has nothing when all reflections are in one category', () => {
    fc.assert(
      fc.property(blocks, (block) => {
        const alike = block.reflections.map((one) => ({ ...one, reflection: { ...one.reflection, legalFrame: null } }));
        expect(BREAKDOWN.categories.map(({ code }) => code)).toContain(NOT_KNOWN);
        expect(close(blockOf(alike))).toBeNull();
      }),
      { numRuns: 20 },
    );
  });
});
