import { describe, expect, it } from '@jest/globals';
import { parseOrganisationFile } from './organisation-file.js';

const TEAM = {
  code: 'ambulant-noord',
  name: 'Ambulant Noord',
  region: 'noord',
  careForm: 'support',
  professionals: 10,
  validFrom: '2024-01-01',
  validTo: null,
  publishWith: null,
};
const ORGANISATION = { code: 'noorderlicht', name: 'Noorderlicht', regions: [{ code: 'noord', name: 'Regio Noord' }], teams: [TEAM] };
const SIBLING = { ...TEAM, code: 'ambulant-klein', name: 'Ambulant Klein' };

function parse(content: unknown) {
  return parseOrganisationFile(JSON.stringify(content));
}

/** What the message says between its opening and its closing sentence. */
function faultsOf(content: unknown): string[] {
  const result = parse(content);
  if (result.ok) return [];
  expect(result.fault.code).toBe('ORGANISATION_FILE');
  const inner = /^The organisation file is not right: (.*)\. Nothing was changed\.$/s.exec(result.fault.message)?.[1];
  return inner === undefined ? [] : inner.split('; ');
}

const withTeam = (change: Readonly<Record<string, unknown>>) => ({ ...ORGANISATION, teams: [{ ...TEAM, ...change }] });
const withTeams = (...teams: readonly unknown[]) => ({ ...ORGANISATION, teams });

describe('parseOrganisationFile', () => {
  it('reads the example of the contract as it stands', () => {
    expect(parse(ORGANISATION)).toEqual({ ok: true, value: ORGANISATION });
  });

  it('reads past a byte order mark', () => {
    expect(parseOrganisationFile(`\uFEFF${JSON.stringify(ORGANISATION)}`)).toEqual({ ok: true, value: ORGANISATION });
  });

  it('trims names and reads Dutch dates', () => {
    expect(parse({ ...withTeam({ validFrom: '31-01-2024', validTo: '2025-12-31' }), name: '  Noorderlicht ' })).toMatchObject({
      value: { name: 'Noorderlicht', teams: [{ validFrom: '2024-01-31', validTo: '2025-12-31' }] },
    });
  });

  it.each(['', '{', 'naam;code', '{"code": }'])('refuses what is no JSON: %j', (text) => {
    expect(parseOrganisationFile(text)).toEqual({
      ok: false,
      fault: { code: 'ORGANISATION_FILE', message: 'The organisation file is not right: it is no JSON. Nothing was changed.' },
    });
  });

  it.each([null, [], 'text', 7])('refuses %j in the place of an organisation', (content) => {
    expect(faultsOf(content)).toEqual([expect.stringMatching(/^the file: /)]);
  });

  it.each([
    ['an empty code', { code: '' }],
    ['a code with capitals', { code: 'Noord' }],
    ['a code with a space', { code: 'team noord' }],
    ['a code that begins with a hyphen', { code: '-noord' }],
    ['a code of 64 characters', { code: 'a'.repeat(64) }],
    ['a code with a line break at the end', { code: 'noord\n' }],
  ])('refuses a team with %s', (_, change) => {
    expect(faultsOf(withTeam(change))).toEqual(['teams.0.code: must be lower-case letters, digits and hyphens, at most 63']);
  });

  it.each([
    ['name', '  ', 'must not be empty'],
    ['name', 'x'.repeat(201), 'must be at most 200 characters'],
    ['careForm', 'Support', 'must be a code of lower-case letters, digits and underscores'],
    ['validFrom', '2024-02-30', 'must be a date as YYYY-MM-DD or DD-MM-YYYY that exists'],
    ['validTo', 'never', 'must be a date as YYYY-MM-DD or DD-MM-YYYY that exists'],
  ])('refuses a %s of %j', (field, value, reason) => {
    expect(faultsOf(withTeam({ [field]: value }))).toEqual([`teams.0.${field}: ${reason}`]);
  });

  it.each([0, -3, 1.5, 10_001, '10', null])('refuses %j professionals', (professionals) => {
    expect(faultsOf(withTeam({ professionals }))).toEqual(['teams.0.professionals: must be a whole number from 1 to 10000']);
  });

  it.each([1, 10_000])('accepts %i professionals', (professionals) => {
    expect(faultsOf(withTeam({ professionals }))).toEqual([]);
  });

  it.each(Object.keys(TEAM))('refuses a team without %s', (field) => {
    expect(faultsOf(withTeam({ [field]: undefined }))).toEqual([`teams.0.${field}: is missing, add it`]);
  });

  it('refuses a field that the contract does not know, by name', () => {
    expect(faultsOf(withTeam({ manager: 'S. Jansen' }))).toEqual([expect.stringContaining('"manager"')]);
    expect(faultsOf({ ...ORGANISATION, note: 'S. Jansen' }).join()).not.toContain('Jansen');
  });

  it.each<[string, unknown, string]>([
    ['a number for a name', { ...ORGANISATION, name: 7 }, 'name: must be text in quotes'],
    ['an object for the regions', { ...ORGANISATION, regions: {} }, 'regions: must be a list in square brackets'],
    ['a text for a team', { ...ORGANISATION, teams: ['noord'] }, 'teams.0: must be an object in braces'],
    ['a number for an end', withTeam({ validTo: 2026 }), 'teams.0.validTo: must be text in quotes'],
    ['an unknown field', withTeam({ manager: 'S. Jansen' }), 'teams.0: has "manager", which an organisation file does not have: remove it'],
    ['a field that nobody can see in full', withTeam({ 'na\u200bme': 'x' }), 'teams.0: has "na<U+200B>me", which an organisation file does not have: remove it'],
  ])('says of %s what is expected where', (_, content, fault) => {
    expect(faultsOf(content)).toEqual([fault]);
  });

  it('takes __proto__ for the unknown field it is', () => {
    const text = JSON.stringify(ORGANISATION).replace('{"code":"noorderlicht"', '{"__proto__":{"code":"x"},"code":"noorderlicht"');
    expect(parseOrganisationFile(text)).toMatchObject({ ok: false, fault: { message: expect.stringContaining('"__proto__"') } });
  });

  it('refuses an organisation without regions or without teams', () => {
    expect(faultsOf({ ...ORGANISATION, regions: [] })).toEqual(['regions: must have at least one region']);
    expect(faultsOf(withTeams())).toEqual(['teams: must have at least one team']);
  });

  it('refuses a code that occurs twice, at its second place', () => {
    expect(faultsOf(withTeams(TEAM, SIBLING, TEAM))).toEqual(['teams.2.code: occurs twice']);
    expect(faultsOf({ ...ORGANISATION, regions: [...ORGANISATION.regions, ...ORGANISATION.regions] })).toEqual(['regions.1.code: occurs twice']);
  });

  it('lets a region and a team have the same code', () => {
    expect(faultsOf(withTeam({ code: 'noord' }))).toEqual([]);
  });

  it('refuses a region that is not in the file', () => {
    expect(faultsOf(withTeam({ region: 'zuid' }))).toEqual(['teams.0.region: no such region in this file']);
  });

  it('refuses a team that ends before it begins, and accepts one that ends the same day', () => {
    expect(faultsOf(withTeam({ validTo: '2023-12-31' }))).toEqual(['teams.0.validTo: lies before validFrom']);
    expect(faultsOf(withTeam({ validTo: '2024-01-01' }))).toEqual([]);
  });

  it('accepts a team that publishes with a sibling, wherever the sibling stands', () => {
    const small = { ...SIBLING, publishWith: TEAM.code };
    expect(faultsOf(withTeams(TEAM, small))).toEqual([]);
    expect(faultsOf(withTeams(small, TEAM))).toEqual([]);
  });

  it.each([
    ['itself', [{ ...TEAM, publishWith: TEAM.code }], 'teams.0.publishWith: must be another team of this file'],
    ['a team that is not in the file', [{ ...TEAM, publishWith: 'elders' }], 'teams.0.publishWith: must be another team of this file'],
  ])('refuses a team that publishes with %s', (_, teams, fault) => {
    expect(faultsOf(withTeams(...teams))).toEqual([fault]);
  });

  it('refuses a chain and a circle of teams that publish with each other', () => {
    const third = { ...TEAM, code: 'ambulant-derde' };
    const onItsOwn = 'must be a team that publishes on its own';
    expect(faultsOf(withTeams({ ...TEAM, publishWith: SIBLING.code }, { ...SIBLING, publishWith: third.code }, third))).toEqual([`teams.0.publishWith: ${onItsOwn}`]);
    expect(faultsOf(withTeams({ ...TEAM, publishWith: SIBLING.code }, { ...SIBLING, publishWith: TEAM.code }))).toEqual([
      `teams.0.publishWith: ${onItsOwn}`,
      `teams.1.publishWith: ${onItsOwn}`,
    ]);
  });

  it('lists ten faults and counts the rest', () => {
    const teams = Array.from({ length: 13 }, (_, index) => ({ ...TEAM, code: `team-${index}`, region: 'zuid' }));
    const faults = faultsOf(withTeams(...teams));
    expect(faults).toHaveLength(11);
    expect(faults[10]).toBe('and 3 more');
    expect(faultsOf(withTeams(...teams.slice(0, 10)))).toHaveLength(10);
  });
});
