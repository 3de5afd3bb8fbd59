import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

/**
 * Writes the same reflections twice: as a delivery in CSV, and as COPY text that holds what an import of it stores (with
 * random bytes of the right length for pseudonyms and hashes, which cost the database the same).
 *
 * @param {{ rows: number, csv: string, copy: string, columns: readonly string[], delivered: readonly string[], teams: ReadonlyMap<string, number>, organisationId: number }} options
 */
export async function writeImportFiles({ rows, csv, copy, columns, delivered, teams, organisationId }) {
  const chance = seededChance(20_261_123);
  const [csvFile, copyFile] = [createWriteStream(csv), createWriteStream(copy)];
  csvFile.write(`${columns.join(';')}\r\n`);
  for (let index = 0; index < rows; index += 1) {
    const cells = rowOf(index, rows, chance);
    await write(csvFile, `${columns.map((column) => cells[column] ?? '').join(';')}\r\n`);
    await write(copyFile, `${organisationId}\t${delivered.map((column) => copyCell(column, cells, teams, chance)).join('\t')}\n`);
  }
  await Promise.all([csvFile, copyFile].map((file) => once(file.end(), 'finish')));
}

const PITFALLS = ['NONE', 'NONE', '', 'POWERLESSNESS', 'POWERLESSNESS|BOUNDARIES', 'COALITION:WITH_PROFESSIONAL', 'SECRECY', 'INVISIBLE_CHILD|BOUNDARIES'];

function rowOf(index, rows, chance) {
  const pick = (...choices) => choices[Math.floor(chance() * choices.length)];
  const reflectedOn = new Date(Date.UTC(2021, 0, 1) + Math.floor(chance() * 1800) * 86_400_000).toISOString().slice(0, 10);
  const minors = pick('yes', 'no', '');
  const hours = chance() < 0.1;
  const discussed = pick('none', '', 'intervision');
  return {
    reflection_id: `R-${index}`, revision: '1', status: 'final', team: `team-${Math.floor(chance() * 100)}`,
    // Exports come case by case: the reflections of one case follow each other.
    professional: `MW-${Math.floor(chance() * 1000)}`, case: `GZ-${Math.floor(index / 4)}`, reflected_on: reflectedOn,
    legal_frame: pick('voluntary', 'involuntary', 'mixed', ''), target_group: pick('lvb', 'psychiatric', 'other', ''), agencies_involved: pick('0', '2', '5', ''),
    pitfalls: pick(...PITFALLS), role_definition: pick('1', '3', '5', ''), role_awareness: pick('2', '4', ''), role_taking: pick('1', '2', '3', ''),
    role_steadfastness: pick('3', '4', '5', ''), felt_responsibility: pick('1', '3', '5', ''), real_influence: pick('2', '3', '4', ''), powerlessness_felt: pick('no', ''),
    referrer: pick('municipality', 'gp', 'court', ''), questions_compared: pick('same', 'reconciled', ''), onward_referral: pick('none', 'indicated', ''), agencies_disagree: pick('no', ''),
    extra_hours: hours ? '4,5' : '', extra_hours_by: hours ? 'municipality' : '', extra_hours_reason: hours ? 'crisis' : '',
    minors_involved: minors, child_seen: minors === 'yes' ? pick('yes', 'no') : '', child_spoken: minors === 'yes' ? pick('yes', 'no', 'too_young') : '',
    boundary_crossed: pick('no', ''), discussed_in: discussed, discussed_on: discussed === 'intervision' ? reflectedOn : '',
  };
}

const BOOLEANS = new Set(['powerlessness_felt', 'agencies_disagree', 'minors_involved', 'child_seen', 'boundary_crossed']);

function copyCell(column, cells, teams, chance) {
  if (column === 'team_id') return teams.get(cells.team);
  if (column.endsWith('_pseudonym') || column === 'content_hash') return `\\\\x${randomHex(chance)}`;
  const text = cells[column] ?? '';
  if (text === '') return '\\N';
  if (column === 'pitfalls') return text === 'NONE' ? '{}' : `{${text.replaceAll('|', ',')}}`;
  if (BOOLEANS.has(column)) return text === 'yes' ? 't' : 'f';
  return text.replace(',', '.');
}

function randomHex(chance) {
  return Array.from({ length: 8 }, () => Math.floor(chance() * 2 ** 32).toString(16).padStart(8, '0')).join('');
}

function seededChance(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

async function write(file, text) {
  if (!file.write(text)) await once(file, 'drain');
}
