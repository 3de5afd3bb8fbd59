/** A measure of a team as its published rows are to be read, written down by hand and not taken from the catalogue. */
export interface TeamFigure {
  readonly measure: string;
  /** Months of the finest period. */
  readonly months: 1 | 3 | 6;
  /** What is posted beside the size. */
  readonly posted: { readonly count: string } | { readonly hours: string };
  /** The ledger of its part; left out for a count over whole blocks, and for hours. */
  readonly part?: string;
  readonly size: { readonly count: string } | { readonly missing: string };
  /** Taken off the size as well. */
  readonly less?: string;
  readonly isShortfall?: true;
  readonly isRare?: true;
}

const considered = { missing: 'known:pitfalls' };
const pitfall = (code: string): TeamFigure => ({ measure: `PITFALL_${code}`, months: 1, posted: { count: `noticed:${code}` }, size: considered });
const rare = (code: string): TeamFigure => ({ ...pitfall(code), months: 6, isRare: true });
const score = (measure: string, field: string): TeamFigure => ({ measure, months: 1, posted: { count: `${field}:1+2+3` }, part: `part:known:${field}@month`, size: { missing: `known:${field}` } });
const hours = (measure: string): TeamFigure => ({ measure, months: 3, posted: { hours: measure }, size: { missing: 'known:extraHours' } });

const FELT = 'powerlessnessFelt:true&known:powerlessnessAcknowledged';
const CROSSED = 'boundaryCrossed:true&known:boundaryVoiced';
const REFERRED = 'onwardReferral:indicated+powerlessness';
const GAP = 'known:feltResponsibility&known:realInfluence';

export const TEAM_FIGURES: readonly TeamFigure[] = [
  ...['COALITION', 'TRIANGULATION', 'PARTIALITY', 'PRESCRIBED', 'CLIENT_UNCLEAR', 'POWERLESSNESS', 'INFLUENCE_GAP', 'BOUNDARIES'].map(pitfall),
  ...['SECRECY', 'INVISIBLE_CHILD'].map(rare),
  { measure: 'PITFALL_ANY', months: 1, posted: { count: 'noticed:any' }, size: considered },
  { measure: 'BROUGHT_TO_SUPPORT', months: 1, posted: { count: 'noticed:any-brought-to-support' }, part: 'part:noticed:any@month', size: { count: 'noticed:any' }, isShortfall: true },
  score('ROLE_DEFINITION', 'roleDefinition'),
  score('ROLE_AWARENESS', 'roleAwareness'),
  score('ROLE_TAKING', 'roleTaking'),
  score('ROLE_STEADFASTNESS', 'roleSteadfastness'),
  { measure: 'INFLUENCE_GAP_WIDE', months: 1, posted: { count: 'influence-gap:wide' }, part: `part:${GAP}@month`, size: { missing: GAP } },
  { measure: 'AGENCY_LOAD', months: 3, posted: { count: 'agencies:6-or-more' }, part: 'part:known:agenciesInvolved@quarter', size: { missing: 'known:agenciesInvolved' } },
  { measure: 'CHILD_ATTENTION', months: 1, posted: { count: 'child-attention:incomplete' }, part: 'part:minorsInvolved:true@month', size: { count: 'minorsInvolved:true' }, isShortfall: true },
  { measure: 'INVISIBLE_CHILD_ALERTS', months: 6, posted: { count: 'invisible-child-alert' }, part: 'part:minorsInvolved:true@half-year', size: { count: 'minorsInvolved:true' }, isRare: true },
  { measure: 'POWERLESSNESS_ACKNOWLEDGED', months: 3, posted: { count: `${FELT}-powerlessnessFelt:true&powerlessnessAcknowledged:true` }, part: `part:${FELT}@quarter`, size: { count: FELT }, isShortfall: true },
  { measure: 'BOUNDARY_VOICED', months: 6, posted: { count: 'boundaryCrossed:true&boundaryVoiced:true' }, part: `part:${CROSSED}@half-year`, size: { count: CROSSED } },
  { measure: 'QUESTIONS_COMPARED', months: 3, posted: { count: 'questionsCompared:not_compared' }, part: 'part:known:questionsCompared@quarter', size: { missing: 'known:questionsCompared' }, isShortfall: true },
  { measure: 'REFERRAL_MISMATCH', months: 3, posted: { count: 'questionsCompared:not_reconciled' }, part: 'part:known:questionsCompared@quarter', size: { missing: 'known:questionsCompared' }, less: 'questionsCompared:not_compared' },
  { measure: 'REFERRAL_FROM_POWERLESSNESS', months: 6, posted: { count: 'onwardReferral:powerlessness' }, part: `part:${REFERRED}@half-year`, size: { count: REFERRED } },
  hours('EXTRA_HOURS'),
  hours('EXTRA_HOURS_POWERLESSNESS'),
];

/**
 * The figures of one measure over some units ($1, $2, ...), a row for each window: an independent path from the published tables to what readers get.
 *
 * @param withUnit whether each row says whose it is.
 */
export function publishedFigures({ posted, part, size, less, isShortfall }: TeamFigure, withUnit = false): string {
  const units = withUnit ? '$1, $2, $3, $4' : '$1';
  const [table, key, value] = 'hours' in posted ? ['posted_hours', `measure = ${quoted(posted.hours)}`, 'hours'] : ['posted_count', `count_key = ${quoted(posted.count)}`, 'value'];
  const windows = part === undefined ? `SELECT place_id, first_block, last_block FROM published.${table} WHERE place_kind = 'unit' AND ${key}` : `SELECT place_id, first_block, last_block FROM published.part_window WHERE place_kind = 'unit' AND part_key = ${quoted(part)}`;
  const sum = (wanted: string) => `(SELECT sum(value) FROM published.posted_count c WHERE c.place_kind = 'unit' AND c.place_id = w.place_id AND c.first_block >= w.first_block AND c.last_block <= w.last_block AND count_key = ${quoted(wanted)})`;
  const whole = 'count' in size ? sum(size.count) : `n - ${sum(`missing:${size.missing}`)}`;
  const denominator = less === undefined ? whole : `${whole} - ${sum(less)}`;
  const told = `(SELECT ${value} FROM published.${table} p WHERE p.place_kind = 'unit' AND p.place_id = w.place_id AND p.last_block = w.last_block AND ${key})`;
  const within = 'hours' in posted ? told : `least(${told}, denominator)`;
  return `
    SELECT ${withUnit ? 'place_id AS unit, ' : ''}months."from", months.through, n::integer AS reflections,
           (${isShortfall === true ? `denominator - ${within}` : within})::integer AS numerator, denominator::integer AS denominator
      FROM (${windows}) w
      JOIN LATERAL (SELECT min(from_month) AS "from", max(through_month) AS through, sum(reflections) AS n FROM published.block b WHERE b.unit_id = w.place_id AND number BETWEEN w.first_block AND w.last_block) months ON true
      JOIN LATERAL (SELECT greatest(0, ${denominator}) AS denominator) sizes ON true
     WHERE place_id IN (${units})
     ORDER BY months.through`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
