import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { attackFamily } from '@rolvast/api/release-audit/attack.js';
import { oneMeasureFamily, WHOLE } from './one-measure-family.js';
import { referenceFamily, type ReferenceSubject } from './reference-family.js';

const FOLDER = new URL('../../../shared/disclosure-attack/linked/', import.meta.url);
const value = z.union([z.string(), z.number()]);
const row = z.object({ prof: z.string(), case: z.string() }).catchall(value);
const sampleForm = z.object({
  mode: z.enum(['text', 'fixed']),
  override: z.record(z.string(), z.unknown()),
  families: z.array(z.array(z.string())),
  key: z.string(),
  months: z.number(),
  records: z.array(row),
  expected: z.object({ targets: z.number(), disclosures: z.record(z.string(), z.number()) }),
});
const figure = z.object({
  id: z.string(),
  kind: z.enum(['cum', 'exact', 'min', 'near']),
  seq: z.string().optional(),
  blocks: z.array(z.number()),
  sel: z.record(z.string(), z.array(value)),
  value: z.number(),
  open: z.boolean().optional(),
  guard: z.number().optional(),
  N: z.number().optional(),
});
const publicationForm = z.object({ blocks: z.array(z.object({ i: z.number(), recs: z.array(row) })), F: z.array(figure) });
const options = z.record(z.string(), z.unknown());
const publisher = z.object({ publishUnit: z.custom<(...words: unknown[]) => unknown>((it) => typeof it === 'function'), TEXT: options, FIXED: options }).parse(await import(new URL('publish2.mjs', FOLDER).href));

/** What our attacker finds in a sample that the reference publisher published, by mode and kind. */
function attackSample(name: string, addsUpBlocks: boolean): { readonly found: Record<string, number>; readonly expected: Record<string, number>; readonly targets: number; readonly expectedTargets: number } {
  const sample = sampleForm.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));
  const rules = { ...(sample.mode === 'text' ? publisher.TEXT : publisher.FIXED), ...sample.override };
  const publication = publicationForm.parse(publisher.publishUnit('T0', sample.records, sample.months, rules, sample.key));
  const blocks = publication.blocks.map(({ i, recs }) => ({ id: String(i), subjects: recs.map((one): ReferenceSubject => ({ contributor: one.prof, careCase: one.case, row: one })) }));
  const found: Record<string, number> = {};
  let targets = 0;
  for (const isKnowing of [false, true]) {
    for (const family of sample.families) {
      const report = attackFamily(referenceFamily(family, publication.blocks, publication.F, rules['den'] === 'exact'), blocks, { isKnowing, addsUpBlocks });
      targets += report.targets;
      for (const { kind } of report.disclosures) {
        const label = `${isKnowing ? 'K' : '-'} ${kind === 'insider: no other, in one block' ? 'residue: insider, no other' : kind}`;
        found[label] = (found[label] ?? 0) + 1;
      }
    }
  }
  return { found, expected: sample.expected.disclosures, targets, expectedTargets: sample.expected.targets };
}

const oneMeasureForm = z.object({
  dimensions: z.record(z.string(), z.object({ leaves: z.array(z.string()), groups: z.record(z.string(), z.array(z.string())).optional() })),
  published: z.array(z.object({ measure: z.string(), at: z.record(z.string(), z.string()), value: z.number().optional(), rounded: z.unknown().optional(), openTop: z.boolean().optional(), status: z.string().optional() })),
  audit: z.object({ records: z.array(z.record(z.string(), value)) }),
});
const FLAG = 'flag:p5';

/** What our attacker finds in a sample of the older reference, in which figures are taken measure by measure. */
function attackOneMeasure(name: string): readonly string[] {
  const sample = oneMeasureForm.parse(JSON.parse(readFileSync(new URL(`../${name}`, FOLDER), 'utf8')));
  const subjects = sample.audit.records.map((record) => ({ contributor: String(record['professional']), careCase: String(record['case']), record }));
  return attackFamily(oneMeasureFamily(sample, FLAG), [{ id: WHOLE, subjects }], { isKnowing: false, addsUpBlocks: false }).disclosures.map(({ kind }) => kind);
}

describe('the attacker', () => {
  // Ours asks for eight cases where those samples ask for five, counts a set under each of its names, and takes two measures
  // together where they take one: so it finds more, never fewer.
  it.each([
    ['sample-1-leaks-by-subtraction.json', 6, ['exact size of a protected set', 'certain ALL']],
    ['sample-2-leaks-by-lp-only.json', 4, ['narrow value in a protected set']],
  ] as const)('finds in %s at least the %i disclosures known', (name, least, kinds) => {
    const found = attackOneMeasure(name);
    expect(found.length).toBeGreaterThanOrEqual(least);
    expect(found).toEqual(expect.arrayContaining([...kinds]));
    expect(found).not.toContain('bound that misses the truth');
  });

  it('finds nothing in the older safe sample', () => {
    expect(attackOneMeasure('sample-3-safe.json')).toEqual([]);
  });

  it.each(['sample-a-exact-denominators.json', 'sample-b-partition-sum.json', 'sample-c-floor-inference.json', 'sample-d-safe.json'])('finds in %s exactly what is known to be disclosed, over the same targets', (name) => {
    const { found, expected, targets, expectedTargets } = attackSample(name, false);
    expect(found).toEqual(expected);
    expect(targets).toBe(expectedTargets);
  });

  it.each(['sample-a-exact-denominators.json', 'sample-d-safe.json'])('finds no less in %s when insiders add up blocks as well', (name) => {
    const { found, expected } = attackSample(name, true);
    for (const [kind, count] of Object.entries(expected)) expect(found[kind] ?? 0).toBeGreaterThanOrEqual(count);
  });
});
