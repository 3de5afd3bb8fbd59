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

/** What numbers stand for in the blocks that are posted now; a table of its own, so that the planner knows how many there are. */
export const CREATE_MARKS = 'CREATE TEMPORARY TABLE mark (kind text, unit_id integer, pseudonym bytea, ordinal integer) ON COMMIT DROP';

/** The two kinds of numbers, with the column of the snapshot and that of the pseudonym. */
export const MARKED = { contributor: 'contributor_pseudonym', care_case: 'case_pseudonym' } as const;

/**
 * Numbers for professionals or cases: whoever is in an open block of the unit keeps the number of there, found through what is
 * still linked; others get the next ones. A correction may have moved a reflection to somebody else, so the most frequent counts.
 * $2: units that post a block.
 */
export function insertMarks(kind: keyof typeof MARKED): string {
  const pseudonym = MARKED[kind];
  return `
  WITH seen AS (
    SELECT unit_id, ${pseudonym} AS pseudonym, NULL::integer AS ordinal, true AS is_present FROM pending WHERE unit_id = ANY ($2)
     UNION ALL
    SELECT unit_id, ${pseudonym}, ${kind}, false
      FROM publish.snapshot
      JOIN publish.posting USING (organisation_id, unit_id, block_number, ordinal)
      JOIN intake.reflection USING (organisation_id, reflection_pseudonym)
     WHERE organisation_id = $1 AND unit_id = ANY ($2) AND ${pseudonym} IS NOT NULL
  ), present AS (
    SELECT unit_id, pseudonym, mode() WITHIN GROUP (ORDER BY ordinal) AS known FROM seen GROUP BY 1, 2 HAVING bool_or(is_present)
  ), top AS (
    SELECT unit_id, max(${kind}) AS highest FROM publish.snapshot WHERE organisation_id = $1 AND unit_id = ANY ($2) GROUP BY 1
  )
  INSERT INTO mark (kind, unit_id, pseudonym, ordinal)
  SELECT '${kind}', unit_id, pseudonym,
         coalesce(known, coalesce(highest, 0) + row_number() OVER (PARTITION BY unit_id, known IS NULL ORDER BY pseudonym))
    FROM present LEFT JOIN top USING (unit_id)`;
}

/** After postings and marks. */
export const INSERT_SNAPSHOTS = `
  INSERT INTO publish.snapshot (organisation_id, unit_id, block_number, ordinal, contributor, care_case, ${RECORDED})
  SELECT organisation_id, pending.unit_id, block_number, posting.ordinal, contributor.ordinal, care_case.ordinal, ${RECORDED}
    FROM pending
    JOIN publish.posting USING (organisation_id, reflection_pseudonym)
    JOIN mark contributor ON contributor.kind = 'contributor' AND contributor.unit_id = pending.unit_id AND contributor.pseudonym = contributor_pseudonym
    JOIN mark care_case ON care_case.kind = 'care_case' AND care_case.unit_id = pending.unit_id AND care_case.pseudonym = case_pseudonym`;

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
