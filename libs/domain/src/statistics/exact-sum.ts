/**
 * The sum of the values, rounded once at the end.
 *
 * Neumaier's compensation keeps what each addition loses. A plain loop can land one last digit off, and whether a point
 * lies *on* its centre hangs on that digit: the references add in extended precision.
 */
export function sumOf(values: readonly number[]): number {
  const { high, low } = compensatedSum(values);
  return high + low;
}

/** The arithmetic mean, rounded once; NaN of nothing. */
export function meanOf(values: readonly number[]): number {
  const count = values.length;
  const { high, low } = compensatedSum(values);
  const mean = (high + low) / count;
  if (!Number.isFinite(mean)) return mean;
  // What the division left over, worked out without loss, settles the last digit.
  const product = splitProduct(mean, count);
  return mean + (high - product.high - product.low + low) / count;
}

/** The middle value, or the mean of the two middle ones; NaN of nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  if (sorted.length % 2 === 1) return upper;
  return (upper + (sorted[sorted.length / 2 - 1] ?? Number.NaN)) / 2;
}

function compensatedSum(values: readonly number[]): { readonly high: number; readonly low: number } {
  let high = 0;
  let low = 0;
  for (const value of values) {
    const next = high + value;
    low += Math.abs(high) >= Math.abs(value) ? high - next + value : value - next + high;
    high = next;
  }
  return Number.isFinite(high) ? { high, low } : { high, low: 0 };
}

/** Dekker's product: `high` + `low` is exactly one * other. */
function splitProduct(one: number, other: number): { readonly high: number; readonly low: number } {
  const high = one * other;
  const first = split(one);
  const second = split(other);
  const low = first.head * second.head - high + first.head * second.tail + first.tail * second.head + first.tail * second.tail;
  return { high, low };
}

function split(value: number): { readonly head: number; readonly tail: number } {
  const scaled = 134_217_729 * value;
  const head = scaled - (scaled - value);
  return { head, tail: value - head };
}
