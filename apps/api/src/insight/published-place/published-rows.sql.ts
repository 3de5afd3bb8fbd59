/**
 * Question: what did some units, and some wider places, publish under some keys?
 * Grain: one row; each column holds the columns of one table, in order of time within a place. Zone: published. Index: primary keys.
 *
 * One statement whatever the number of measures; columns instead of rows, because an organisation has some ten thousand of them.
 * $1 organisation, $2 units, $3 kind of wider place, $4 wider places, $5 keys of counts, $6 keys of parts, $7 measures of hours.
 */
export const FIND_PUBLISHED = `
  SELECT units.columns AS units, blocks.columns AS blocks, absent.columns AS absent, places.columns AS places, members.columns AS members,
         counts.columns AS counts, windows.columns AS windows, hours.columns AS hours
    FROM ${columns('units', ['unit_id', 'first_month', 'closed_through', 'region_id'], `
      SELECT unit_id, first_month, closed_through, home.region_id
        FROM published.unit
        JOIN LATERAL (
          SELECT coalesce(
            (SELECT region_id FROM published.team WHERE (team.organisation_id, team.unit_id) = (unit.organisation_id, unit.unit_id) ORDER BY team.code <> unit.code, team.code LIMIT 1),
            (SELECT region_id FROM published.block WHERE (block.organisation_id, block.unit_id) = (unit.organisation_id, unit.unit_id) ORDER BY number DESC LIMIT 1)) AS region_id
        ) home ON true
       WHERE organisation_id = $1 AND unit_id = ANY ($2) AND closed_through IS NOT NULL
       ORDER BY unit_id`)},
  ${columns('blocks', ['unit_id', 'number', 'from_month', 'through_month', 'region_id', 'reflections'], `
      SELECT * FROM published.block WHERE organisation_id = $1 AND unit_id = ANY ($2) ORDER BY unit_id, number`)},
  ${columns('absent', ['unit_id', 'month'], `
      SELECT * FROM published.absent_month WHERE organisation_id = $1 AND unit_id = ANY ($2) ORDER BY unit_id, month`)},
  ${columns('places', ['place_id', 'number', 'from_month', 'through_month', 'units', 'units_in_place', 'reflections'], `
      SELECT * FROM published.place_block WHERE organisation_id = $1 AND place_kind = $3 AND place_id = ANY ($4) ORDER BY place_id, number`)},
  ${columns('members', ['place_id', 'number', 'unit_id', 'block_number'], `
      SELECT * FROM published.place_block_member WHERE organisation_id = $1 AND place_kind = $3 AND place_id = ANY ($4)`)},
  ${columns('counts', ['place_kind', 'place_id', 'count_key', 'first_block', 'last_block', 'value'], `
      SELECT * FROM published.posted_count WHERE ${inPlaces()} AND count_key = ANY ($5) ORDER BY place_id, last_block`)},
  ${columns('windows', ['place_kind', 'place_id', 'part_key', 'first_block', 'last_block'], `
      SELECT * FROM published.part_window WHERE ${inPlaces()} AND part_key = ANY ($6) ORDER BY place_id, last_block`)},
  ${columns('hours', ['place_kind', 'place_id', 'measure', 'first_block', 'last_block', 'hours'], `
      SELECT * FROM published.posted_hours WHERE ${inPlaces()} AND measure = ANY ($7) ORDER BY place_id, last_block`)}`;

/** The rows of a query as one object of arrays, all of one length and in the order of the query. */
function columns(alias: string, names: readonly string[], query: string): string {
  const arrays = names.map((name) => `'${name}', coalesce(json_agg(${name}), '[]')`).join(', ');
  return `(SELECT json_build_object(${arrays}) AS columns FROM (${query}) AS ${alias}_rows) AS ${alias}`;
}

function inPlaces(): string {
  return "organisation_id = $1 AND ((place_kind = 'unit' AND place_id = ANY ($2)) OR (place_kind = $3 AND place_id = ANY ($4)))";
}
