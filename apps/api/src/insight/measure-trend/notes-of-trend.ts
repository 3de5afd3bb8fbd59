import type { FigurePeriod } from '@rolvast/domain';
import type { ChartNotes } from '../../care/follow-up/chart-notes.read-model.js';

/**
 * What belongs on one trend of all that was noted for its place: sessions and events of the months it shows and after, and what was decided about its
 * measure.
 *
 * @param periods those that are shown; a trend without any has only decisions.
 */
export function notesOfTrend({ sessions, events, targets, marks, rebases }: ChartNotes, measure: string, periods: readonly Pick<FigurePeriod, 'from'>[]): ChartNotes {
  const first = periods[0]?.from;
  const isShown = (month: string): boolean => first !== undefined && month >= first;
  const isAbout = (decision: { readonly measure: string }): boolean => decision.measure === measure;
  return {
    sessions: sessions.filter(({ month }) => isShown(month)),
    events: events.filter(({ month }) => isShown(month)),
    targets: targets.filter((target) => isAbout(target) && (target.throughMonth === null || isShown(target.throughMonth))),
    marks: marks.filter((mark) => isAbout(mark) && isShown(mark.throughMonth)),
    rebases: rebases.filter(isAbout),
  };
}
