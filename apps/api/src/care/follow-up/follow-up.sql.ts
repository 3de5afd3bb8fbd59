/*
 * Question: which decisions about charts still stand for some units? Grain: decision. Zone: care. Index: the one of each table on what stands.
 * $1 organisation, $2 units. Nothing is finer than a week, since more than quality staff read it.
 */

/** Kinds of decisions; each is a table with the number of its rows. */
export const FOLLOW_UP_TABLES = { target: 'target_number', chart_event: 'event_number', review_mark: 'mark_number', rebase: 'rebase_number' } as const;
export type FollowUpKind = keyof typeof FOLLOW_UP_TABLES;

const WEEK = `'IYYY"-W"IW'`;

function selectOf(kind: FollowUpKind, columns: string, condition: string): string {
  return `
    SELECT ${FOLLOW_UP_TABLES[kind]} AS number, decided_as AS "decidedAs", to_char(decided_at AT TIME ZONE 'Europe/Amsterdam', ${WEEK}) AS "decidedInWeek", unit.code AS "unitCode", ${columns}
      FROM care.${kind} decision LEFT JOIN intake.team unit ON unit.organisation_id = decision.organisation_id AND unit.team_id = decision.unit_id
     WHERE decision.organisation_id = $1 AND ended_at IS NULL AND ${condition} ORDER BY 1`;
}

export const FIND_TARGETS = selectOf('target', 'measure, from_month AS "fromMonth", through_month AS "throughMonth", value::float8 AS value, source', 'unit_id = ANY ($2)');

/** Those of the whole organisation as well. */
export const FIND_EVENTS = selectOf('chart_event', 'month, title', '(unit_id = ANY ($2) OR unit_id IS NULL)');

export const FIND_MARKS = selectOf('review_mark', `measure, through_month AS "throughMonth", kind, explanation, to_char(snoozed_until, ${WEEK}) AS "snoozedThroughWeek"`, 'unit_id = ANY ($2)');

export const FIND_REBASES = selectOf('rebase', 'measure, from_month AS "fromMonth", reason', 'unit_id = ANY ($2)');

const FIND_HELD = `
  SELECT kind, held_week AS "heldWeek" FROM care.support_session session
    JOIN care.team_place place ON place.organisation_id = session.organisation_id AND place.team_id = session.team_id
   WHERE session.organisation_id = $1 AND place.unit_id = ANY ($2) AND held_week IS NOT NULL ORDER BY held_week`;

const listOf = (statement: string): string => `(SELECT coalesce(json_agg(found), '[]') FROM (${statement}) found)`;

/** Everything that stands beside the figures on the charts of some units, in one round trip. Grain: one row; each column holds a list. */
export const FIND_CHART_NOTES = `
  SELECT ${listOf(FIND_HELD)} AS sessions, ${listOf(FIND_EVENTS)} AS events, ${listOf(FIND_TARGETS)} AS targets, ${listOf(FIND_MARKS)} AS marks, ${listOf(FIND_REBASES)} AS rebases`;
