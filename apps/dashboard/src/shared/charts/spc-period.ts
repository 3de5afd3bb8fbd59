import type { SignalMark } from '@rolvast/domain/statistics';

/** What a control chart draws for one period. Withheld and absent hold no number, so neither can be drawn as zero. */
export type SpcFigure =
  | {
      readonly state: 'shown';
      /** Share in [0, 1]; null where there was nothing to take a share of. */
      readonly share: number | null;
      /** Limits in [0, 1]; null where the chart has no lines. */
      readonly lower: number | null;
      readonly upper: number | null;
      readonly signal: SignalMark | null;
    }
  | { readonly state: 'withheld' }
  | { readonly state: 'absent' };

/** One period on the axis of months: the half-open range [start, end), counted from the first month of the chart. */
export interface SpcPeriod {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly figure: SpcFigure;
  /** The period in a full sentence: its text alternative and its readout. */
  readonly description: string;
}

/** From data to pixels inside the drawing. */
export interface SpcScales {
  /** Position of a month boundary: x(0) is the left edge of the first month. */
  readonly x: (month: number) => number;
  /** Position of a share in [0, 1]. */
  readonly y: (share: number) => number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Whether a period holds several months. */
export function isMerged({ start, end }: Pick<SpcPeriod, 'start' | 'end'>): boolean {
  return end - start > 1;
}

/** A step of a line that stands beside the points: a share over [start, end) months. */
export interface BesideLineStep {
  readonly start: number;
  readonly end: number;
  /** In [0, 1]. */
  readonly share: number;
}
