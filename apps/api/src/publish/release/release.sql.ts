/** What a release holds: each table with its columns after `organisation_id`, in the order in which rows refer to one another. */
export const RELEASED_TABLES = {
  block: ['unit_id', 'number', 'from_month', 'through_month', 'region_id', 'reflections'],
  place_block: ['place_kind', 'place_id', 'number', 'from_month', 'through_month', 'units', 'units_in_place', 'reflections'],
  place_block_member: ['place_kind', 'place_id', 'number', 'unit_id', 'block_number'],
  posted_count: ['place_kind', 'place_id', 'count_key', 'first_block', 'last_block', 'value'],
  part_window: ['place_kind', 'place_id', 'part_key', 'first_block', 'last_block'],
  posted_hours: ['place_kind', 'place_id', 'measure', 'first_block', 'last_block', 'hours'],
  breakdown_part: ['place_kind', 'place_id', 'breakdown', 'through_month', 'part', 'categories', 'reflections'],
  breakdown_count: ['place_kind', 'place_id', 'breakdown', 'through_month', 'part', 'count_key', 'value'],
  breakdown_hours: ['place_kind', 'place_id', 'breakdown', 'through_month', 'part', 'measure', 'hours'],
  participation: ['unit_id', 'through_month', 'band'],
  absent_month: ['unit_id', 'month'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ReleasedTable = keyof typeof RELEASED_TABLES;

/** In the order of {@link RELEASED_TABLES}. */
export const RELEASED_TABLE_NAMES: readonly ReleasedTable[] = Object.keys(RELEASED_TABLES).filter((name): name is ReleasedTable => Object.hasOwn(RELEASED_TABLES, name));

/** Zone: publish to published. $2: number of the release. Index: unreleased_... */
export function copyUnreleased(table: ReleasedTable): string {
  const columns = ['organisation_id', ...RELEASED_TABLES[table]].join(', ');
  return `INSERT INTO published.${table} (${columns}, release_number) SELECT ${columns}, $2 FROM publish.${table} WHERE organisation_id = $1 AND release_number IS NULL`;
}

export function markReleased(table: ReleasedTable): string {
  return `UPDATE publish.${table} SET release_number = $2 WHERE organisation_id = $1 AND release_number IS NULL`;
}

/** SHA-256 over the text of the rows of a table in \`schema\`, sorted. $2: number of the release; null for what has none. */
export function digestOf(schema: 'publish' | 'published', table: ReleasedTable): string {
  return `
    SELECT encode(sha256(convert_to(coalesce(string_agg(line, E'\\n' ORDER BY line COLLATE "C"), ''), 'UTF8')), 'hex') AS digest
      FROM (SELECT ROW(${RELEASED_TABLES[table].join(', ')})::text AS line FROM ${schema}.${table} WHERE organisation_id = $1 AND release_number IS NOT DISTINCT FROM $2::int) lines`;
}

/** Whether something was closed that readers do not know of yet. */
export const FIND_UNRELEASED = `
  SELECT max(unit_close.closed_through) AS "closedThrough",
         bool_or(unit.closed_through IS DISTINCT FROM unit_close.closed_through) AS "isBehind"
    FROM publish.unit_close JOIN published.unit USING (organisation_id, unit_id) WHERE unit_close.organisation_id = $1`;

export const FIND_RELEASES = `
  SELECT release_number AS number, released_at AS "releasedAt", closed_through AS "closedThrough", scheme_version AS "schemeVersion",
         policy_version AS "policyVersion", previous_hash AS "previousHash", hash, audit
    FROM published.release WHERE organisation_id = $1 ORDER BY release_number`;

export const FIND_LAST_RELEASE = `${FIND_RELEASES} DESC LIMIT 1`;

export const INSERT_RELEASE = `
  INSERT INTO published.release (organisation_id, release_number, released_at, closed_through, scheme_version, policy_version, previous_hash, hash, audit)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** Readers learn how far a unit was closed with the release that says what became of those months. */
export const BRING_UNITS_UP_TO_DATE = `
  UPDATE published.unit SET first_month = unit_close.first_month, closed_through = unit_close.closed_through
    FROM publish.unit_close
   WHERE unit_close.organisation_id = $1 AND unit.organisation_id = $1 AND unit.unit_id = unit_close.unit_id`;

export const INSERT_HELD_BACK = 'INSERT INTO publish.held_back (organisation_id, held_at, closed_through, reasons) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING';
