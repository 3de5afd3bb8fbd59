import { mayAlert } from '../outbox/alert-outbox.sql.js';
import { DELIVERED_COLUMNS } from './reflection-row.js';

/*
 * What a delivery changes. Zone: intake. Index: primary key of intake.reflection.
 *
 * One merge at a time works for an organisation (LOCK_ORGANISATION), so that what is counted is what is stored.
 *
 * Each staged row is looked up by key, whatever the planner believes of a table that was empty a moment ago: the
 * look-up asks for the first key from the wanted one on, in order, and MERGE_SETTINGS make the primary key the only way
 * to give that. So the work follows the delivery and not what is stored already. Without it stale statistics led to the
 * other index, which has all of an organisation under one key, and the work became quadratic. Nor is anything compiled
 * first: what the planner is kept from makes a statement look expensive, and compiling it takes longer than running it.
 */

export const MERGE_SETTINGS = `
  SET LOCAL jit = off;
  SET LOCAL work_mem = '64MB';
  SET LOCAL enable_hashjoin = off;
  SET LOCAL enable_mergejoin = off;
  SET LOCAL enable_seqscan = off;
  SET LOCAL enable_bitmapscan = off;
  SET LOCAL enable_sort = off`;

/** Which stored reflections this transaction has replaced; a later piece of the same delivery may replace them again. */
export const CREATE_REPLACED_HERE = 'CREATE TEMPORARY TABLE replaced_here (reflection_pseudonym bytea PRIMARY KEY) ON COMMIT DROP';

/** A table for staged rows: what is delivered, and the line it stood on. No constraints and no indexes: the merge checks. */
export function createStaging(table: string, kind: 'TEMPORARY' | ''): string {
  const onCommit = kind === 'TEMPORARY' ? 'ON COMMIT DROP' : '';
  return `CREATE ${kind} TABLE ${table} ${onCommit} AS SELECT 0 AS line, ${DELIVERED_COLUMNS.join(', ')} FROM intake.reflection WITH NO DATA`;
}

/** What is compared to tell another content from a repetition. */
const CONTENT = ['content_hash', 'contributor_pseudonym', 'case_pseudonym'];
const differs = `(${CONTENT.map((column) => `staged.${column}`).join(', ')}) <> (${CONTENT.map((column) => `stored.${column}`).join(', ')})`;
/** The stored reflection of a staged row, or none. */
const STORED = `LATERAL (
        SELECT ctid AS place, xmin AS written_by, reflection_pseudonym, revision, status, ${CONTENT.join(', ')} FROM intake.reflection
         WHERE reflection.organisation_id = $1 AND reflection.reflection_pseudonym >= staged.reflection_pseudonym
         ORDER BY reflection.reflection_pseudonym LIMIT 1) stored ON stored.reflection_pseudonym = staged.reflection_pseudonym`;

/** Whether anything of the organisation is stored; at the price of one look-up. */
export const HAS_REFLECTIONS = 'SELECT EXISTS (SELECT FROM intake.reflection WHERE organisation_id = $1) AS "hasReflections"';

/**
 * How many staged rows say again what is stored: same revision, same content. In the order of the index, so that
 * neighbours are found on the page that was read last.
 */
export function countRepeated(table: string): string {
  const columns = ['reflection_pseudonym', 'revision', ...CONTENT];
  const isSame = columns.map((column) => `stored.${column} = staged.${column}`).join(' AND ');
  return `
    SELECT count(*)::int AS repeated
      FROM (SELECT ${columns.join(', ')} FROM ${table} ORDER BY reflection_pseudonym OFFSET 0) staged
     WHERE (SELECT ${isSame} FROM intake.reflection stored
             WHERE stored.organisation_id = $1 AND stored.reflection_pseudonym >= staged.reflection_pseudonym
             ORDER BY stored.reflection_pseudonym LIMIT 1)`;
}

/** How many staged rows are newer than what is stored, or another content under the stored revision. */
export function compareStaged(table: string): string {
  return `
    SELECT count(*) FILTER (WHERE staged.revision > stored.revision)::int AS newer,
           count(*) FILTER (WHERE staged.revision = stored.revision AND ${differs})::int AS conflicting
      FROM ${table} staged JOIN ${STORED}`;
}

/**
 * Replaces stored reflections by the highest staged revision. A row that this same transaction stored was counted
 * already: its line gives its place to the newer one, so both signs occur. $2: whether it stored everything there is.
 */
export function replaceStored(table: string): string {
  const updates = DELIVERED_COLUMNS.filter((column) => column !== 'reflection_pseudonym').map((column) => `${column} = newest.${column}`);
  return `
    WITH newest AS (
      SELECT DISTINCT ON (staged.reflection_pseudonym) staged.*, stored.status AS old_status,
             stored.place, ($2 OR stored.written_by::text = pg_current_xact_id()::xid::text) AS is_own
        FROM ${table} staged JOIN ${STORED}
       WHERE staged.revision > stored.revision
       ORDER BY staged.reflection_pseudonym, staged.revision DESC, staged.line
    ), updated AS (
      UPDATE intake.reflection stored SET ${updates.join(', ')} FROM newest
       WHERE stored.ctid = newest.place AND stored.organisation_id = $1
      RETURNING newest.reflection_pseudonym, newest.status, newest.old_status, newest.is_own, newest.revision, newest.line,
                (stored.alert_link IS NOT NULL OR ${mayAlert('newest')}) AS matters_to_care,
                newest.is_own AND NOT EXISTS (SELECT FROM replaced_here WHERE replaced_here.reflection_pseudonym = newest.reflection_pseudonym) AS is_new
    ), noted AS (
      INSERT INTO replaced_here SELECT reflection_pseudonym FROM updated WHERE NOT is_own
    ), candidate AS (
      INSERT INTO alert_candidate SELECT reflection_pseudonym, revision, line, true FROM updated WHERE matters_to_care
    )
    SELECT count(*) FILTER (WHERE NOT is_own)::int AS rows,
           (${signed("status = 'final' AND is_new", "old_status = 'final' AND is_new")})::int AS accepted,
           (${signed("status = 'final' AND NOT is_new", "old_status = 'final' AND NOT is_new")})::int AS replaced,
           (${signed("status = 'withdrawn'", "old_status = 'withdrawn'")})::int AS withdrawn
      FROM updated`;
}

function signed(now: string, before: string): string {
  return `count(*) FILTER (WHERE ${now}) - count(*) FILTER (WHERE is_own AND ${before})`;
}

/**
 * Stores the highest staged revision of each reflection, in the order of the index.
 *
 * @param stored what becomes of one that is there already: it is passed over, or ends the statement. To pass over costs
 * every row a look-up and a mark in the log that is taken back.
 */
export function insertNew(table: string, stored: 'passed over' | 'not expected'): string {
  const columns = DELIVERED_COLUMNS.join(', ');
  const staged = DELIVERED_COLUMNS.map((column) => `staged.${column}`).join(', ');
  return `
    WITH inserted AS (
      INSERT INTO intake.reflection (organisation_id, ${columns})
      SELECT DISTINCT ON (staged.reflection_pseudonym) $1, ${staged} FROM ${table} staged
       ORDER BY staged.reflection_pseudonym, staged.revision DESC, staged.line
      ${stored === 'passed over' ? 'ON CONFLICT (organisation_id, reflection_pseudonym) DO NOTHING' : ''}
      RETURNING status
    )
    SELECT count(*)::int AS rows, count(*) FILTER (WHERE status = 'final')::int AS accepted, 0 AS replaced,
           count(*) FILTER (WHERE status = 'withdrawn')::int AS withdrawn
      FROM inserted`;
}

/**
 * The lines that give another content to the revision that stands, after the merge; $2: how many lines to name.
 * Which of two is right can't be known: the first one stays, and the source must raise the revision. A revision lower
 * than the one that stands is not looked into: what it said is gone.
 */
export function findConflicts(table: string): string {
  return `
    SELECT count(*) OVER ()::int AS total, staged.line
      FROM ${table} staged JOIN ${STORED}
     WHERE staged.revision = stored.revision AND ${differs}
     ORDER BY staged.line LIMIT $2`;
}
