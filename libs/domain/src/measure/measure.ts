import type { LocalDate } from '../period/local-date.js';
import type { Reflection } from '../reflection/reflection-fields.js';
import type { Wording } from '../shared/wording.js';
import type { SupportSession } from './support-session.js';

/** Whether more of a measure is good, bad or neither. Neutral measures are never a target and never red or green. */
export type Direction = 'neutral' | 'up-is-better' | 'down-is-better';

/** Who needs a measure first; it decides on whose page it stands, not who may see it. */
export type Reader = 'team-manager' | 'quality-staff' | 'director' | 'administrator';

/** The finest place and period for which a measure is ever published. */
export interface Grain {
  readonly place: 'team' | 'region' | 'organisation';
  readonly period: 'month' | 'quarter' | 'half-year';
}

/** How a measure is drawn. */
export type ChartKind = 'p-chart' | 'xmr-chart' | 'rare-band' | 'band' | 'count-of-weeks';

/** A reflection as measures look at it. */
export type RecordedReflection = Reflection & { readonly reflectedOn: LocalDate };

/** A set of reflections with a key of its own: one true count is posted once, whoever needs it. */
export interface Count {
  readonly key: string;
  readonly counts: (reflection: RecordedReflection) => boolean;
}

/** What every measure has. */
interface Described {
  /** Stable code, used in addresses and queries; never shown on screen. */
  readonly code: string;
  readonly direction: Direction;
  readonly grain: Grain;
  readonly chart: ChartKind;
  readonly neededFirstBy: readonly [Reader, ...Reader[]];
  /** Of high harm and so rare that a team is only shown a band per half-year. */
  readonly isRare: boolean;
  readonly name: Wording;
  /** What the figure says, in one sentence. */
  readonly definition: Wording;
  /** How not to read it. */
  readonly caution: Wording;
  /** What helps, as an offer; null where nothing specific does. */
  readonly whatHelps: Wording | null;
}

/** A share of reflections: numerator of denominator, each a posted count. Whatever the numerator counts, the denominator does too. */
export interface ReflectionShare extends Described {
  readonly kind: 'reflection-share';
  readonly numerator: Count;
  readonly denominator: Count;
  /**
   * `block`: counted over all reflections of a block that considered the question; `part`: over a part of them
   * (minors, flagged, scored, ...), which has a ledger of its own.
   */
  readonly over: 'block' | 'part';
  /** `shortfall` for a measure of which more is better: what lacks is posted, so that a fall can't be hidden by a cap. */
  readonly posting: 'count' | 'shortfall';
  /** Days after the reflection until its outcome is known; null when it is known at once. */
  readonly ripensInDays: number | null;
}

/** Granted hours per 100 reflections in which hours are known. */
export interface ReflectionHours extends Described {
  readonly kind: 'reflection-hours';
  /** Which of the granted hours count. */
  readonly hoursOf: Count;
  /** The reflections that are the measure of it. */
  readonly per: Count;
}

/** A share of support sessions. */
export interface SupportShare extends Described {
  readonly kind: 'support-share';
  readonly numerator: (session: SupportSession) => boolean;
  readonly denominator: (session: SupportSession) => boolean;
}

/** A share of team-quarters: those in which something about support was so. */
export interface SupportReach extends Described {
  readonly kind: 'support-reach';
  readonly reaches: (session: SupportSession) => boolean;
}

/** A measure worked out from published facts by a rule of its own, named by `rule`. */
export interface DerivedMeasure extends Described {
  readonly kind: 'derived';
  readonly rule: 'weeks-since-support' | 'participation-band' | 'completeness';
}

/** One measure of the catalogue. */
export type Measure = ReflectionShare | ReflectionHours | SupportShare | SupportReach | DerivedMeasure;
