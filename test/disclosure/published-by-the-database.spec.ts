import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UNIT_BREAKDOWNS } from '@rolvast/api/release-audit/unit-attack.js';
import { LifetimeStage, queryOnce, RoundingSecret } from '@rolvast/api/testing';
import { addMonths, BREAKDOWN_RULES, columnOf, LEDGER_RULES, REFLECTION_FIELD_NAMES, type Month, type RecordedReflection } from '@rolvast/domain';
import { FIXTURES, type FixtureName } from './fixtures.js';
import { publishAll, type PublishedUnit } from './organisation-in-memory.js';
import { syntheticOrganisation, type Received, type SyntheticOrganisation } from './synthetic-organisation.js';

const CLOSES_AFTER = 3;
const SMALL = { months: 7, teams: 2 };

let stage: LifetimeStage;
beforeAll(async () => {
  stage = await LifetimeStage.create();
});
afterAll(() => stage.close());

function organisationFile(code: string, { teams }: SyntheticOrganisation): string {
  return JSON.stringify({
    code,
    name: code,
    regions: [{ code: 'r', name: 'R' }],
    teams: teams.map((team) => ({ code: team.code, name: team.code, region: 'r', careForm: 'support', professionals: team.professionals, validFrom: '2025-01-01', validTo: null, publishWith: null })),
  });
}

/** A reflection as a source system delivers it. */
function cellsOf({ team, contributor, careCase }: Received, number: number, revision: number, reflection: RecordedReflection): Record<string, string> {
  const fields = REFLECTION_FIELD_NAMES.map((field) => [columnOf(field), field === 'pitfalls' ? pitfallsText(reflection) : cellOf(reflection[field])] as const);
  return { ...Object.fromEntries(fields), reflection_id: `R${number}`, revision: String(revision), team, professional: contributor, case: careCase, reflected_on: reflection.reflectedOn };
}

function pitfallsText({ pitfalls }: RecordedReflection): string {
  if (pitfalls === null) return '';
  return pitfalls.length === 0 ? 'NONE' : pitfalls.map(({ pitfall }) => pitfall).join('|');
}

function cellOf(value: RecordedReflection[keyof RecordedReflection]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return value === null ? '' : value.filter((item) => typeof item === 'string').join('|');
}

/** Delivers what came in in a month: new reflections, and a month later what became of them. */
async function deliver(code: string, { received }: SyntheticOrganisation, month: Month): Promise<void> {
  const rows = received.flatMap((one, index) => {
    if (one.receivedIn === month) return [cellsOf(one, index, 1, one.reflection)];
    return addMonths(one.receivedIn, 1) === month ? [cellsOf(one, index, 2, one.latest)] : [];
  });
  const imported = await stage.importRows('2026-06-01', code, rows);
  expect(imported).toMatchObject({ ok: true, value: { rejected: 0 } });
}

function read<Row extends Record<string, unknown>>(text: string, unit: number): Promise<Row[]> {
  return queryOnce<Row>(stage.database.address.roles.reader, text, [unit]);
}

/** Everything that readers have about a unit, in the form of the publication in memory. */
async function publishedByDatabase(unit: number): Promise<object> {
  return {
    blocks: await read('SELECT number, through_month AS "closedIn", reflections FROM published.block WHERE unit_id = $1 ORDER BY 1', unit),
    postings: await read(`SELECT count_key AS key, first_block AS "firstBlock", last_block AS "lastBlock", value AS posted FROM published.posted_count WHERE place_kind = 'unit' AND place_id = $1 ORDER BY count_key COLLATE "C", 3`, unit),
    windows: await read(`SELECT part_key AS key, first_block AS "firstBlock", last_block AS "lastBlock" FROM published.part_window WHERE place_kind = 'unit' AND place_id = $1 ORDER BY part_key COLLATE "C", 3`, unit),
    hours: await read(`SELECT measure, first_block AS "firstBlock", last_block AS "lastBlock", hours FROM published.posted_hours WHERE place_kind = 'unit' AND place_id = $1 ORDER BY 1, 3`, unit),
    parts: await read(`SELECT breakdown, categories, reflections FROM published.breakdown_part WHERE place_kind = 'unit' AND place_id = $1 ORDER BY breakdown, through_month, part`, unit),
    counts: await read(`SELECT breakdown, count_key AS key, value FROM published.breakdown_count WHERE place_kind = 'unit' AND place_id = $1 ORDER BY breakdown, through_month, count_key COLLATE "C", part`, unit),
  };
}

function inOrder<Row extends { readonly key: string; readonly lastBlock: number }>(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((one, other) => (one.key === other.key ? one.lastBlock - other.lastBlock : one.key < other.key ? -1 : 1));
}

function publishedInMemory({ blocks, postings, windows, hours, breakdowns }: PublishedUnit): object {
  const byCode = [...breakdowns].sort((one, other) => (one.breakdown.code < other.breakdown.code ? -1 : Number(one.breakdown.code > other.breakdown.code)));
  return {
    blocks: blocks.map(({ number, closedIn, reflections }) => ({ number, closedIn, reflections: reflections.length })),
    postings: inOrder(postings).map(({ key, firstBlock, lastBlock, posted }) => ({ key, firstBlock, lastBlock, posted })),
    windows: inOrder(windows).map(({ key, firstBlock, lastBlock }) => ({ key, firstBlock, lastBlock })),
    hours: [...hours].sort((one, other) => (one.measure === other.measure ? one.lastBlock - other.lastBlock : one.measure < other.measure ? -1 : 1)),
    parts: byCode.flatMap(({ breakdown, closed }) => closed.parts.map(({ categories, reflections }) => ({ breakdown: breakdown.code, categories, reflections }))),
    counts: byCode.flatMap(({ breakdown, closed }) => [...closed.counts].sort((one, other) => (one.key < other.key ? -1 : 1)).flatMap(({ key, posted }) => posted.map((value) => ({ breakdown: breakdown.code, key, value })))),
  };
}

const COMPARED: readonly FixtureName[] = ['normal', 'a quarter late', 'one giant in hours', 'nothing but minors', 'thin'];

describe('what the database publishes about a unit', () => {
  it.each(COMPARED)('is what the engine publishes in memory with the same secret: %s', async (name) => {
    const code = `memory-${COMPARED.indexOf(name)}`;
    const organisation = syntheticOrganisation({ ...FIXTURES[name], ...SMALL });
    await stage.load('2025-01-01', organisationFile(code, organisation));
    const [first] = organisation.months;
    if (first === undefined) throw new Error('no month');
    for (let index = 0; index < organisation.months.length + CLOSES_AFTER; index += 1) {
      const month = addMonths(first, index);
      await deliver(code, organisation, month);
      await stage.closeMonths('2026-06-20', code, month);
    }
    const ids = new Map((await queryOnce<{ code: string; id: number }>(stage.database.adminUrl, 'SELECT unit.code, unit_id AS id FROM published.unit JOIN published.organisation USING (organisation_id) WHERE organisation.code = $1', [code])).map((row) => [row.code, row.id]));
    const secret = new RoundingSecret((await stage.key()).bytes, code);
    const secretOf = (unit: string) => {
      const place = { kind: 'unit', id: ids.get(unit) ?? 0 } as const;
      return {
        firstCarry: (key: string) => secret.firstCarry(place, key),
        order: (breakdown: string, key: string, closing: Month, parts: number) => secret.order(place, `${breakdown}|${key}|${closing}`, parts),
      };
    };
    const inMemory = publishAll(organisation, { ledger: LEDGER_RULES, breakdown: BREAKDOWN_RULES, breakdowns: UNIT_BREAKDOWNS, secretOf }, 1);
    expect(inMemory.map(({ postings }) => postings.length).every((length) => length > 50)).toBe(true);
    for (const unit of inMemory) expect(await publishedByDatabase(ids.get(unit.unit) ?? 0)).toEqual(publishedInMemory(unit));
  }, 240_000);
});
