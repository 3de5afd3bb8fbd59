import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { attackFamily } from '../disclosure/attack.js';
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

describe('the attacker', () => {
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
