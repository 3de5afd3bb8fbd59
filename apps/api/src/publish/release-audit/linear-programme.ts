/** A variable of a programme: its bounds, `upper` possibly infinite. */
export interface Column {
  readonly lower: number;
  readonly upper: number;
}

/** `lower <= sum of coefficient x variable <= upper`. At least one side is finite. */
export interface Row {
  /** Pairs of column and coefficient, each column once. */
  readonly entries: readonly (readonly [number, number])[];
  readonly lower: number;
  readonly upper: number;
}

const ZERO = 1e-9;
/** Steps without progress after which the choice of the entering variable turns to one that can't go round in circles. */
const PATIENCE = 60;

/**
 * A linear programme that is asked many questions: the largest value of many sums under the same rows.
 *
 * Simplex with bounded variables on a dense table. The table of the last answer is where the next question starts, so that a
 * question costs a few steps; fixed variables leave the table for good. Held against HiGHS in linear-programme.spec.ts.
 */
export class LinearProgramme {
  /** Whether any values meet all rows and bounds. */
  readonly isFeasible: boolean;
  private readonly height: number;
  private readonly stride: number;
  private width: number;
  private readonly table: Float64Array;
  /** Variables by number: columns first, then one slack for each row. */
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;
  private readonly basic: Int32Array;
  private readonly nonbasic: Int32Array;
  private readonly value: Float64Array;

  constructor(
    private readonly columns: readonly Column[],
    rows: readonly Row[],
  ) {
    this.height = rows.length;
    this.stride = columns.length;
    this.width = columns.length;
    this.table = new Float64Array(this.height * this.stride);
    const variables = columns.length + rows.length;
    this.lower = new Float64Array(variables);
    this.upper = new Float64Array(variables);
    this.value = new Float64Array(variables);
    this.basic = Int32Array.from(rows, (_, index) => columns.length + index);
    this.nonbasic = Int32Array.from(columns, (_, index) => index);
    columns.forEach(({ lower, upper }, index) => this.setBounds(index, lower, upper));
    rows.forEach((row, index) => this.load(row, index));
    this.isFeasible = this.reachFeasible();
  }

  /** The largest value of a sum of columns; infinite when nothing bounds it. The programme must be feasible. */
  largest(entries: readonly (readonly [number, number])[]): number {
    const weight = new Float64Array(this.lower.length);
    for (const [column, coefficient] of entries) weight[column] = (weight[column] ?? 0) + coefficient;
    const gain = new Float64Array(this.stride);
    for (let idle = 0; ; ) {
      this.gainOf(weight, gain);
      const moved = this.step(gain, idle > PATIENCE, false);
      if (moved === null) break;
      if (moved === Number.POSITIVE_INFINITY) return moved;
      idle = moved > ZERO ? 0 : idle + 1;
    }
    return entries.reduce((sum, [column, coefficient]) => sum + coefficient * (this.value[column] ?? 0), 0);
  }

  /** The smallest value of a sum of columns. */
  smallest(entries: readonly (readonly [number, number])[]): number {
    return -this.largest(entries.map(([column, coefficient]) => [column, -coefficient]));
  }

  /** The values of the columns that gave the last answer. */
  solution(): Float64Array {
    return this.value.slice(0, this.columns.length);
  }

  private setBounds(variable: number, lower: number, upper: number): void {
    this.lower[variable] = lower;
    this.upper[variable] = upper;
    this.value[variable] = lower;
  }

  /** A row as `slack = sum`, the slack within the row's limits; all other variables stand at their lower bound. */
  private load({ entries, lower, upper }: Row, index: number): void {
    const slack = this.stride + index;
    this.setBounds(slack, lower, upper);
    let sum = 0;
    for (const [column, coefficient] of entries) {
      this.table[index * this.stride + column] = -coefficient;
      sum += coefficient * (this.value[column] ?? 0);
    }
    this.value[slack] = sum;
  }

  private reachFeasible(): boolean {
    const gain = new Float64Array(this.stride);
    for (let idle = 0; ; ) {
      const lacking = this.infeasibility(gain);
      if (lacking < 1e-7) return true;
      const moved = this.step(gain, idle > PATIENCE, true);
      if (moved === null) return false;
      idle = moved > ZERO ? 0 : idle + 1;
    }
  }

  /** How far the basic variables are out of their bounds, and per nonbasic one how fast raising it mends that. */
  private infeasibility(gain: Float64Array): number {
    gain.fill(0);
    let lacking = 0;
    for (let row = 0; row < this.height; row += 1) {
      const short = this.outOfBounds(row);
      if (Math.abs(short) <= ZERO) continue;
      lacking += Math.abs(short);
      const from = row * this.stride;
      for (let at = 0; at < this.width; at += 1) gain[at] = (gain[at] ?? 0) - Math.sign(short) * (this.table[from + at] ?? 0);
    }
    return lacking;
  }

  /** Above 0 when the basic variable of a row lies below its bounds, below 0 when it lies above them. */
  private outOfBounds(row: number): number {
    const variable = this.basic[row] ?? 0;
    const value = this.value[variable] ?? 0;
    return Math.max(0, (this.lower[variable] ?? 0) - value) - Math.max(0, value - (this.upper[variable] ?? 0));
  }

  private gainOf(weight: Float64Array, gain: Float64Array): void {
    for (let at = 0; at < this.width; at += 1) gain[at] = weight[this.nonbasic[at] ?? 0] ?? 0;
    for (let row = 0; row < this.height; row += 1) {
      const own = weight[this.basic[row] ?? 0] ?? 0;
      if (own === 0) continue;
      const from = row * this.stride;
      for (let at = 0; at < this.width; at += 1) gain[at] = (gain[at] ?? 0) - own * (this.table[from + at] ?? 0);
    }
  }

  /** Moves one nonbasic variable as far as it may go. Returns how far; null when none gains anything. */
  private step(gain: Float64Array, isCareful: boolean, isMending: boolean): number | null {
    const at = this.entering(gain, isCareful);
    if (at < 0) return null;
    const variable = this.nonbasic[at] ?? 0;
    const direction = (gain[at] ?? 0) > 0 ? 1 : -1;
    const { length, row } = this.leaving(at, direction, isCareful, isMending);
    if (length === Number.POSITIVE_INFINITY) return length;
    const target = row < 0 ? 0 : this.boundReached(row, at, direction, isMending);
    this.move(at, direction * length);
    if (row < 0) this.value[variable] = direction > 0 ? (this.upper[variable] ?? 0) : (this.lower[variable] ?? 0);
    else {
      this.value[this.basic[row] ?? 0] = target;
      this.pivot(row, at);
    }
    return length;
  }

  private entering(gain: Float64Array, isCareful: boolean): number {
    let best = -1;
    let most = ZERO;
    for (let at = 0; at < this.width; at += 1) {
      const rate = gain[at] ?? 0;
      if (Math.abs(rate) <= ZERO) continue;
      const variable = this.nonbasic[at] ?? 0;
      const value = this.value[variable] ?? 0;
      if (rate > 0 ? value >= (this.upper[variable] ?? 0) : value <= (this.lower[variable] ?? 0)) continue;
      if (isCareful) {
        if (best < 0 || variable < (this.nonbasic[best] ?? 0)) best = at;
      } else if (Math.abs(rate) > most) {
        most = Math.abs(rate);
        best = at;
      }
    }
    return best;
  }

  /** The basic variable that stops the move first; row -1 when the moving variable reaches its own other bound before. */
  private leaving(at: number, direction: number, isCareful: boolean, isMending: boolean): { readonly length: number; readonly row: number } {
    const own = this.nonbasic[at] ?? 0;
    let length = (this.upper[own] ?? 0) - (this.lower[own] ?? 0);
    let chosen = -1;
    let size = 0;
    for (let row = 0; row < this.height; row += 1) {
      const rate = -(this.table[row * this.stride + at] ?? 0) * direction;
      if (Math.abs(rate) <= ZERO) continue;
      const room = this.roomOf(row, rate, isMending) / Math.abs(rate);
      const isBetter = room < length - ZERO || (room <= length + ZERO && chosen >= 0 && (isCareful ? (this.basic[row] ?? 0) < (this.basic[chosen] ?? 0) : Math.abs(rate) > size));
      if (!isBetter) continue;
      length = Math.max(0, Math.min(room, length));
      chosen = row;
      size = Math.abs(rate);
    }
    return { length, row: chosen };
  }

  /** How far a basic variable may move; one that is out of its bounds and comes nearer stops at the first bound it meets. */
  private roomOf(row: number, rate: number, isMending: boolean): number {
    const variable = this.basic[row] ?? 0;
    const short = isMending ? this.outOfBounds(row) : 0;
    if (short * rate < -ZERO) return Number.POSITIVE_INFINITY;
    if (Math.abs(short) > ZERO) return Math.abs(short);
    const value = this.value[variable] ?? 0;
    return rate > 0 ? (this.upper[variable] ?? 0) - value : value - (this.lower[variable] ?? 0);
  }

  private boundReached(row: number, at: number, direction: number, isMending: boolean): number {
    const variable = this.basic[row] ?? 0;
    const isRising = -(this.table[row * this.stride + at] ?? 0) * direction > 0;
    const short = isMending ? this.outOfBounds(row) : 0;
    const meetsLower = Math.abs(short) > ZERO ? short > 0 : !isRising;
    return meetsLower ? (this.lower[variable] ?? 0) : (this.upper[variable] ?? 0);
  }

  private move(at: number, by: number): void {
    const variable = this.nonbasic[at] ?? 0;
    this.value[variable] = (this.value[variable] ?? 0) + by;
    for (let row = 0; row < this.height; row += 1) {
      const rate = this.table[row * this.stride + at] ?? 0;
      if (rate === 0) continue;
      const own = this.basic[row] ?? 0;
      this.value[own] = (this.value[own] ?? 0) - rate * by;
    }
  }

  private pivot(row: number, at: number): void {
    const { table, stride } = this;
    const from = row * stride;
    const pivot = table[from + at] ?? 1;
    const filled: number[] = [];
    for (let column = 0; column < this.width; column += 1) {
      if (column === at || table[from + column] === 0) continue;
      table[from + column] = (table[from + column] ?? 0) / pivot;
      filled.push(column);
    }
    for (let other = 0; other < this.height; other += 1) {
      const rate = table[other * stride + at] ?? 0;
      if (other === row || rate === 0) continue;
      this.subtract(other * stride, from, rate, filled);
      table[other * stride + at] = -rate / pivot;
    }
    table[from + at] = 1 / pivot;
    const leaving = this.basic[row] ?? 0;
    this.basic[row] = this.nonbasic[at] ?? 0;
    this.nonbasic[at] = leaving;
    if (this.lower[leaving] === this.upper[leaving]) this.drop(at);
  }

  private subtract(target: number, from: number, rate: number, filled: readonly number[]): void {
    const { table } = this;
    for (const column of filled) {
      const left = (table[target + column] ?? 0) - rate * (table[from + column] ?? 0);
      table[target + column] = Math.abs(left) < 1e-11 ? 0 : left;
    }
  }

  /** A fixed variable never moves again: the last column of the table takes its place. */
  private drop(at: number): void {
    this.width -= 1;
    if (at === this.width) return;
    this.nonbasic[at] = this.nonbasic[this.width] ?? 0;
    for (let row = 0; row < this.height; row += 1) this.table[row * this.stride + at] = this.table[row * this.stride + this.width] ?? 0;
  }
}
