import type { Wording } from '../shared/wording.js';

/** Whether more of a measure is good, bad or neither. Neutral measures are never a target and never red or green. */
export type Direction = 'neutral' | 'up-is-better' | 'down-is-better';

/** One measure of the catalogue: a share of two posted counts, with the words that go with it. */
export interface Measure {
  /** Stable code, used in addresses and queries; never shown on screen. */
  readonly code: string;
  readonly direction: Direction;
  /** Keys of the posted counts (see count.ts). */
  readonly numerator: string;
  readonly denominator: string;
  readonly name: Wording;
  /** What the figure says, in one sentence. */
  readonly definition: Wording;
  /** How not to read it. */
  readonly caution: Wording;
  /** What helps, as an offer; null where nothing specific does. */
  readonly whatHelps: Wording | null;
}
