/**
 * What a reader can be told about one figure of one period.
 *
 * - `shown`: counts that were published;
 * - `withheld`: protected; the reason is never given;
 * - `absent`: nothing was reported.
 *
 * Zero is `shown` with numerator 0. The three never mix: there is no number to mistake for another.
 */
export type PublishedCell = ShownCell | WithheldCell | AbsentCell;

export interface ShownCell {
  readonly state: 'shown';
  readonly numerator: number;
  readonly denominator: number;
}

export interface WithheldCell {
  readonly state: 'withheld';
}

export interface AbsentCell {
  readonly state: 'absent';
}
