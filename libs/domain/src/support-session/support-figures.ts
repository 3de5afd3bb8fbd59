import { CATALOGUE, type Catalogue } from '../measure/catalogue.js';
import type { SupportSession } from '../measure/support-session.js';
import { thursdayOf, type IsoWeek } from '../period/iso-week.js';
import { monthOf } from '../period/month.js';
import { quarterOf, type Quarter } from '../period/quarter.js';
import type { KeptSupportSession } from './parse-support-session.js';

/** One measure of support of one team in one quarter; add them up for more teams or quarters. */
export interface SupportFigure {
  /** Code of the measure. */
  readonly measure: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** The quarter in which a week lies: that of its Thursday, as its year is. */
export function quarterOfWeek(week: IsoWeek): Quarter {
  return quarterOf(monthOf(thursdayOf(week)));
}

/**
 * The measures of support of one team in one quarter, by the predicates of the catalogue.
 *
 * Sessions count in the quarter for which they were planned; a kind reached the team in the quarter in which it was held. Sessions still to come
 * do not count: whether they are held can't be known. Weeks decide, since of a small session nothing finer is kept. The denominator of
 * a reach is the team-quarter itself, so 1; that of a share may be 0, and then there is nothing to show.
 *
 * @param sessions of this team, of any quarter.
 * @param thisWeek the week of today.
 */
export function supportFigures(sessions: readonly KeptSupportSession[], quarter: Quarter, thisWeek: IsoWeek, catalogue: Catalogue = CATALOGUE): readonly SupportFigure[] {
  const past = sessions.filter(({ plannedWeek, status }) => plannedWeek <= thisWeek || status !== 'planned');
  const planned = past.filter(({ plannedWeek }) => quarterOfWeek(plannedWeek) === quarter).map(toSession);
  const held = past.filter(({ heldWeek }) => heldWeek !== null && quarterOfWeek(heldWeek) === quarter).map(toSession);
  return catalogue.flatMap((measure): SupportFigure[] => {
    if (measure.kind === 'support-reach') return [{ measure: measure.code, numerator: held.some(measure.reaches) ? 1 : 0, denominator: 1 }];
    if (measure.kind !== 'support-share') return [];
    const considered = planned.filter(measure.denominator);
    return [{ measure: measure.code, numerator: considered.filter(measure.numerator).length, denominator: considered.length }];
  });
}

/** The same measures of several teams or quarters together: counts are added, and nothing is averaged. In the order of the first; none of none. */
export function addSupportFigures(figures: readonly (readonly SupportFigure[])[]): readonly SupportFigure[] {
  const sums = new Map<string, SupportFigure>();
  for (const { measure, numerator, denominator } of figures.flat()) {
    const sum = sums.get(measure) ?? { measure, numerator: 0, denominator: 0 };
    sums.set(measure, { measure, numerator: sum.numerator + numerator, denominator: sum.denominator + denominator });
  }
  return [...sums.values()];
}

function toSession({ kind, status, plannedOn, plannedWeek }: KeptSupportSession): SupportSession {
  return { kind, status, plannedOn: plannedOn ?? thursdayOf(plannedWeek) };
}
