/**
 * Question: what does a file change? Grain: one row per staged line. Zone: intake.
 * Index: primary key of intake.reflection.
 */
export const CREATE_STAGING = `
  CREATE TEMPORARY TABLE staged_reflection ON COMMIT DROP AS
  SELECT 0 AS line, reflection.* FROM intake.reflection WITH NO DATA`;

/**
 * Takes out lines that give another content to a revision that is already there, in the file or in the store.
 * Which of the two is right can't be known; the source must raise the revision.
 */
export const TAKE_OUT_CONFLICTS = `
  DELETE FROM staged_reflection staged
   WHERE EXISTS (
           SELECT FROM staged_reflection earlier
            WHERE earlier.reflection_pseudonym = staged.reflection_pseudonym AND earlier.revision = staged.revision
              AND earlier.line < staged.line AND earlier.content_hash <> staged.content_hash)
      OR EXISTS (
           SELECT FROM intake.reflection stored
            WHERE stored.organisation_id = $1 AND stored.reflection_pseudonym = staged.reflection_pseudonym
              AND stored.revision = staged.revision AND stored.content_hash <> staged.content_hash)
  RETURNING line`;

/**
 * Stores the highest staged revision of each reflection, unless the same or a higher one is there.
 * Rows that need no change are left untouched. Ordered by key, so that two imports can't lock each other out.
 *
 * @param columns every column but the organisation.
 */
export function mergeStaged(columns: readonly string[]): string {
  const updates = columns.filter((column) => column !== 'reflection_pseudonym').map((column) => `${column} = excluded.${column}`);
  return `
    WITH newest AS (
      SELECT DISTINCT ON (reflection_pseudonym) ${columns.join(', ')}
        FROM staged_reflection ORDER BY reflection_pseudonym, revision DESC, line
    ), merged AS (
      INSERT INTO intake.reflection AS stored (organisation_id, ${columns.join(', ')})
      SELECT $1, ${columns.join(', ')} FROM newest ORDER BY reflection_pseudonym
      ON CONFLICT (organisation_id, reflection_pseudonym) DO UPDATE SET ${updates.join(', ')}
        WHERE excluded.revision > stored.revision
      RETURNING status, (xmax = 0) AS is_new
    )
    SELECT count(*) FILTER (WHERE status = 'withdrawn')::int AS withdrawn,
           count(*) FILTER (WHERE status = 'final' AND is_new)::int AS accepted,
           count(*) FILTER (WHERE status = 'final' AND NOT is_new)::int AS replaced
      FROM merged`;
}
