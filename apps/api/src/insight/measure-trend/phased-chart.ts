import type { CalendarPeriod, FigurePeriod, LedgerMeasure } from '@rolvast/domain';
import { phaseStarts, postedShareVariation, shareChart, type ShareChart, type SharePhase } from '@rolvast/domain/statistics';
import type { StoredRebase } from '../../care/follow-up/follow-up.store.js';

/** A stretch of a chart, with the decision by which it began. */
export interface ChartPhase extends SharePhase {
  /** Null for a stretch that nobody let begin: the first of all. */
  readonly rebase: StoredRebase | null;
}

/** A chart with its phases, each an own base with own lines. */
export interface PhasedChart extends ShareChart {
  readonly phases: readonly ChartPhase[];
}

/**
 * The chart of a share with the law of what is published, anew from every rebase on; periods are in order and possible, so a fault is a bug here.
 *
 * @param rebases of this place; those of other measures change nothing, and one whose period is still to come changes nothing yet.
 * @returns null for what has no control chart: bands, hours, and context that never signals.
 */
export function phasedChart(measure: LedgerMeasure, period: CalendarPeriod, periods: readonly FigurePeriod[], rebases: readonly StoredRebase[]): PhasedChart | null {
  if (measure.kind === 'reflection-hours' || measure.isRare || measure.signalPeriod === null) return null;
  const inOrder = rebases.filter((rebase) => rebase.measure === measure.code).sort((one, other) => (one.fromMonth < other.fromMonth ? -1 : 1));
  const starts = phaseStarts(periods, inOrder.map(({ fromMonth }) => fromMonth));
  const told = periods.map(({ from, through, heldFrom, cell, ledgers }) => ({ from, through, cell, totals: Math.max(1, ledgers), isMerged: heldFrom < from }));
  const chart = shareChart(told, { variation: postedShareVariation(measure.posting), period, rebasedFrom: starts.filter((start) => start !== null) });
  if (!chart.ok) throw new Error(`published period ${chart.fault.position} of ${measure.code} is ${chart.fault.code}`);
  // Of several that begin with one period the last one says why.
  const rebaseAt = (position: number): StoredRebase | null => inOrder[starts.lastIndexOf(periods[position]?.from ?? null)] ?? null;
  return { ...chart.value, phases: chart.value.phases.map((phase) => ({ ...phase, rebase: periods[phase.from] === undefined ? null : rebaseAt(phase.from) })) };
}

/** The same chart from a position on. Lines and marks stay those of the whole course; a phase that began before begins with it. */
export function chartFrom({ stage, centre, lower, upper, marks, phases }: PhasedChart, start: number): PhasedChart {
  const shown = phases.filter(({ toExclusive }) => toExclusive > start);
  return {
    stage,
    centre,
    lower: lower.slice(start),
    upper: upper.slice(start),
    marks: marks.slice(start),
    phases: shown.map((phase) => ({ ...phase, from: Math.max(0, phase.from - start), toExclusive: phase.toExclusive - start })),
  };
}
