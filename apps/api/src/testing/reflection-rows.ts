import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REFLECTION_COLUMNS } from '@rolvast/domain';

/** Cells of one row by column name; what is left out is empty. */
export type Cells = Readonly<Record<string, string>>;

/** A row that is right in every way, with what a test wants to be different. */
export function row(cells: Cells): Cells {
  return {
    reflection_id: 'R1',
    team: 'team-a',
    professional: 'M1',
    case: 'D1',
    reflected_on: '2026-01-15',
    pitfalls: 'NONE',
    ...cells,
  };
}

/**
 * A month of a team that is safe to publish: six professionals, nine cases.
 *
 * @param flagged how many of the reflections have the pitfall.
 */
export function safeMonth(team: string, month: string, reflections: number, pitfall: string, flagged: number): Cells[] {
  return Array.from({ length: reflections }, (_, index) =>
    row({
      reflection_id: `${team}-${month}-${index}`,
      team,
      professional: `${team}-M${index % 6}`,
      case: `${team}-D${index % 9}`,
      reflected_on: `${month}-${String((index % 28) + 1).padStart(2, '0')}`,
      pitfalls: index < flagged ? pitfall : 'NONE',
    }),
  );
}

/** Rows as a text in the Dutch dialect. */
export function reflectionsText(rows: readonly Cells[]): string {
  const lines = [REFLECTION_COLUMNS, ...rows.map((cells) => REFLECTION_COLUMNS.map((column) => cells[column] ?? ''))];
  return `\uFEFF${lines.map((cells) => cells.join(';')).join('\r\n')}\r\n`;
}

/** Writes rows as a file in the Dutch dialect and gives its path. */
export function writeReflections(rows: readonly Cells[]): Promise<string> {
  return writeText(reflectionsText(rows));
}

/** Writes a text to a file of its own and gives its path. */
export async function writeText(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'rolvast-file-')), 'reflections.csv');
  await writeFile(path, text);
  return path;
}

/** An organisation file with one region; each team has ten professionals unless it says otherwise. */
export function organisationFile(code: string, teams: readonly { readonly code: string; readonly professionals?: number; readonly publishWith?: string; readonly validTo?: string }[]): string {
  return JSON.stringify({
    code,
    name: `Organisation ${code}`,
    regions: [{ code: 'region', name: 'Region' }],
    teams: teams.map((team) => ({
      code: team.code,
      name: `Team ${team.code}`,
      region: 'region',
      careForm: 'support',
      professionals: team.professionals ?? 10,
      validFrom: '2025-01-01',
      validTo: team.validTo ?? null,
      publishWith: team.publishWith ?? null,
    })),
  });
}
