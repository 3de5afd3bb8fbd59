import type { Wording } from '../shared/wording.js';
import type { Principle, RolePart } from './role-part.js';

/** Everything the product knows of one pitfall. Adding a sub-type is adding a line to `subtypes`. */
export interface PitfallEntry {
  /** The part of the role it belongs to. */
  readonly part: RolePart;
  /** The ethical principles it touches; none where it is about the role itself or about self-care. */
  readonly principles: readonly Principle[];
  /** Rare and of high harm: a team is shown a band per half-year, never a figure per month. */
  readonly isRare: boolean;
  readonly name: Wording;
  /** What the pattern is, in one sentence about the pattern and never about a person. */
  readonly meaning: Wording;
  readonly whatHelps: Wording;
  /** Sub-types by code, with their label. */
  readonly subtypes: Readonly<Record<string, Wording>>;
  /** Questions for a session about this pattern, to be put to the group and not to one colleague. */
  readonly questions: readonly Wording[];
}
