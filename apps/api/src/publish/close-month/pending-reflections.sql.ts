import { columnOf, REFLECTION_FIELD_NAMES } from '@rolvast/domain';

/** Everything of a reflection that a snapshot keeps. */
const RECORDED = ['reflected_on', ...REFLECTION_FIELD_NAMES.map(columnOf)].join(', ');

/** Read once, so that what is judged and what is posted are the same, whatever comes in meanwhile. */
export const CREATE_PENDING = 'CREATE TEMPORARY TABLE pending (unit_id integer, LIKE intake.reflection) ON COMMIT DROP';

/** Grain: reflection that was never posted, of a team of a unit, up to a day. Index: reflection_by_team_and_date. */
export const GATHER_PENDING = `
  INSERT INTO pending
  SELECT unit_of.unit_id, reflection.*
    FROM unnest($2::int[], $3::int[]) AS unit_of (team_id, unit_id)
    JOIN intake.reflection ON reflection.organisation_id = $1 AND reflection.team_id = unit_of.team_id
   WHERE reflected_on < $4 AND status = 'final'
     -- Who and which case must be known to judge a block; a row that lost them waited too long.
     AND contributor_pseudonym IS NOT NULL
     AND NOT EXISTS (
       SELECT FROM publish.posting
        WHERE posting.organisation_id = reflection.organisation_id
          AND posting.reflection_pseudonym = reflection.reflection_pseudonym)`;

/** Grain: unit with something pending; the distinct counts by which a block is judged. */
export const MEASURE_PENDING = `
  SELECT "unitId", reflections, professionals, "largestProfessional", cases, "largestCase"
    FROM (SELECT unit_id AS "unitId", sum(held)::int AS reflections, count(*)::int AS professionals, max(held)::int AS "largestProfessional"
            FROM (SELECT unit_id, count(*) AS held FROM pending GROUP BY unit_id, contributor_pseudonym) by_professional GROUP BY 1) professional
    JOIN (SELECT unit_id AS "unitId", count(*)::int AS cases, max(held)::int AS "largestCase"
            FROM (SELECT unit_id, count(*) AS held FROM pending GROUP BY unit_id, case_pseudonym) by_case GROUP BY 1) care_case USING ("unitId")`;

/** $2: units that post a block, $3: its number. */
export const INSERT_POSTINGS = `
  INSERT INTO publish.posting (organisation_id, reflection_pseudonym, unit_id, block_number, ordinal)
  SELECT $1, reflection_pseudonym, unit_id, number, row_number() OVER (PARTITION BY unit_id ORDER BY reflection_pseudonym)
    FROM pending JOIN unnest($2::int[], $3::int[]) AS posted (unit_id, number) USING (unit_id)`;

/**
 * Numbers for professionals or cases: whoever is in an open block of the unit keeps the number of there, found through what is
 * still linked; others get the next ones. A correction may have moved a reflection to somebody else, so the most frequent counts.
 */
function marks(ordinal: 'contributor' | 'care_case', pseudonym: 'contributor_pseudonym' | 'case_pseudonym'): string {
  return `
    known_${ordinal} AS (
      SELECT unit_id, ${pseudonym}, mode() WITHIN GROUP (ORDER BY ${ordinal}) AS ${ordinal}
        FROM publish.snapshot
        JOIN publish.posting USING (organisation_id, unit_id, block_number, ordinal)
        JOIN intake.reflection USING (organisation_id, reflection_pseudonym)
       WHERE organisation_id = $1 AND unit_id = ANY ($2) AND ${pseudonym} IS NOT NULL
       GROUP BY 1, 2
    ), top_${ordinal} AS (
      SELECT unit_id, max(${ordinal}) AS top FROM publish.snapshot WHERE organisation_id = $1 AND unit_id = ANY ($2) GROUP BY 1
    ), mark_${ordinal} AS (
      SELECT unit_id, ${pseudonym},
             coalesce(known.${ordinal}, coalesce(top, 0) + row_number() OVER (PARTITION BY unit_id, known.${ordinal} IS NULL ORDER BY ${pseudonym})) AS ${ordinal}
        FROM (SELECT DISTINCT unit_id, ${pseudonym} FROM pending WHERE unit_id = ANY ($2)) present
        LEFT JOIN known_${ordinal} known USING (unit_id, ${pseudonym})
        LEFT JOIN top_${ordinal} USING (unit_id)
    )`;
}

/** After {@link INSERT_POSTINGS}, with its parameters but the last. */
export const INSERT_SNAPSHOTS = `
  WITH ${marks('contributor', 'contributor_pseudonym')}, ${marks('care_case', 'case_pseudonym')}
  INSERT INTO publish.snapshot (organisation_id, unit_id, block_number, ordinal, contributor, care_case, ${RECORDED})
  SELECT organisation_id, unit_id, block_number, ordinal, contributor, care_case, ${RECORDED}
    FROM pending
    JOIN publish.posting USING (organisation_id, reflection_pseudonym, unit_id)
    JOIN mark_contributor USING (unit_id, contributor_pseudonym)
    JOIN mark_care_case USING (unit_id, case_pseudonym)`;

/**
 * Brings the outcome that ripens up to date from the latest revision, in blocks from a number on. What was withdrawn or erased
 * keeps the outcome as last known. $2: units, $3: first block; $4: the month that closes, whose own block is as it came in.
 */
export const RIPEN = `
  UPDATE publish.snapshot SET discussed_in = latest.discussed_in, discussed_on = latest.discussed_on
    FROM unnest($2::int[], $3::int[]) AS open (unit_id, from_number)
    JOIN publish.block ON block.organisation_id = $1 AND block.unit_id = open.unit_id AND number >= from_number AND through_month < $4
    JOIN publish.posting ON posting.organisation_id = $1 AND posting.unit_id = block.unit_id AND posting.block_number = number
    JOIN intake.reflection latest ON latest.organisation_id = $1 AND latest.reflection_pseudonym = posting.reflection_pseudonym
   WHERE snapshot.organisation_id = $1 AND snapshot.unit_id = posting.unit_id AND snapshot.block_number = posting.block_number
     AND snapshot.ordinal = posting.ordinal AND latest.status = 'final'
     AND (snapshot.discussed_in, snapshot.discussed_on) IS DISTINCT FROM (latest.discussed_in, latest.discussed_on)`;
