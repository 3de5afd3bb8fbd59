/** Classes of expected events a month. */
export const CLASSES = ['<1', '1-3', '3-6', '>=6'] as const;
export type ExpectedClass = (typeof CLASSES)[number];

export function classOf(expected: number): ExpectedClass {
  if (expected < 1) return '<1';
  if (expected < 3) return '1-3';
  return expected < 6 ? '3-6' : '>=6';
}

/** What one method did in one class of one organisation. */
export interface Tally {
  /** Months watched while nothing changed, up to the first signal. */
  quietMonths: number;
  falseSignals: number;
  /** Series that doubled, less those that had signalled before. */
  doubled: number;
  /** Months from the change to the signal, the month of the change counting as 1. */
  delayMonths: number;
  foundIn3: number;
  foundIn12: number;
}

export const emptyTally = (): Tally => ({ quietMonths: 0, falseSignals: 0, doubled: 0, delayMonths: 0, foundIn3: 0, foundIn12: 0 });

/** A figure with its standard error. */
export interface Measured {
  readonly value: number;
  readonly se: number;
}

/** Sum of `over` / sum of `under` over organisations; the error from how the organisations differ. */
export function ratioOf(parts: readonly { readonly over: number; readonly under: number }[]): Measured {
  const over = parts.reduce((sum, part) => sum + part.over, 0);
  const under = parts.reduce((sum, part) => sum + part.under, 0);
  const value = over / under;
  const squares = parts.reduce((sum, part) => sum + (part.over - value * part.under) ** 2, 0);
  return { value: rounded(value), se: rounded(Math.sqrt((squares * parts.length) / Math.max(1, parts.length - 1)) / under) };
}

export function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
