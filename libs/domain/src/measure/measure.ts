import type { LocalDate } from '../period/local-date.js';
import type { Reflection } from '../reflection/reflection-fields.js';
import type { Wording } from '../shared/wording.js';
import type { SupportSession } from './support-session.js';
import type { Unit } from './unit.js';

/**
 * Whether more of a measure is good, bad or neither. Neutral measures are never a target and never red or green;
 * they signal both ways. `none` is context: it has no signal at all.
 */
export type Direction = 'neutral' | 'up-is-better' | 'down-is-better' | 'none';

/** Who needs a measure first; it decides on whose page it stands, not who may see it. */
export type Reader = 'team-manager' | 'quality-staff' | 'director' | 'administrator';

/** A place and a period for which figures are published. */
export interface Grain {
  readonly place: 'team' | 'region' | 'organisation';
  readonly period: 'month' | 'quarter' | 'half-year';
}

/** How a measure is drawn. */
export type ChartKind = 'p-chart' | 'xmr-chart' | 'rare-band' | 'band' | 'count-of-weeks';

/** A reflection as measures look at it. */
export type RecordedReflection = Reflection & { readonly reflectedOn: LocalDate };

/**
 * How a count comes to readers. Only the number of reflections of a block is exact; everything else is posted.
 *
 * - `count`: as the number itself;
 * - `missing`: as the number of reflections of the block in which it does not hold;
 * - `difference`: not posted at all; it is `whole` minus `less`, both as posted.
 */
export type Posting =
  | { readonly as: 'count' }
  | { readonly as: 'missing' }
  | { readonly as: 'difference'; readonly whole: Count; readonly less: Count };

/** A set of reflections with a key of its own: one true count is posted once, whoever needs it. */
export interface Count {
  readonly key: string;
  readonly counts: (reflection: RecordedReflection) => boolean;
  readonly posting: Posting;
  /** A wider count that holds wherever this one does and is posted as often: no more is ever posted than of that. Null when there is none. */
  readonly inside: Count | null;
}

/** One part of a closed partition, with its name for readers. */
export interface Part {
  readonly count: Count;
  readonly name: Wording;
}

/**
 * Parts that together make up a posted count, each reflection of it in exactly one.
 * They are posted in this order inside `of`, which goes first; the last part is the difference and is never posted.
 */
export interface Partition {
  readonly of: Count;
  readonly posted: readonly [Part, ...Part[]];
  readonly difference: Part;
}

/** When a measure that is not known at once may be posted. */
export interface Ripening {
  /** Days after the reflection until its outcome is known. */
  readonly days: number;
  /** How many closes after its block it is posted, and then frozen. */
  readonly closesLater: number;
}

/** What every measure has. */
interface Described {
  /** Stable code, used in addresses and queries; never shown on screen. */
  readonly code: string;
  readonly unit: Unit;
  readonly direction: Direction;
  /** The finest place and period for which it is ever published. */
  readonly grain: Grain;
  /** The same where a team records little. */
  readonly thinGrain: Grain;
  /** The period of the chart that signals; null for what never signals. */
  readonly signalPeriod: Grain['period'] | null;
  readonly chart: ChartKind;
  readonly neededFirstBy: readonly [Reader, ...Reader[]];
  /** Of high harm and so rare that {@link RARE_RULE} holds for it. */
  readonly isRare: boolean;
  readonly name: Wording;
  /** What the figure says, in one sentence. */
  readonly definition: Wording;
  /** How not to read it. */
  readonly caution: Wording;
  /** What helps, as an offer; null where nothing specific does. */
  readonly whatHelps: Wording | null;
}

/** A share of reflections: numerator of denominator. Whatever the numerator counts, the denominator does too. */
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
  /** What is posted beside the denominator: the numerator, or the shortfall (in the denominator and not in the numerator). */
  readonly posted: Count;
  /** The parts of `posted` that readers are told apart; null where there are none. */
  readonly partition: Partition | null;
  /** Null when it is known at once. */
  readonly ripening: Ripening | null;
}

/** Granted hours per 100 reflections in which hours are known. */
export interface ReflectionHours extends Described {
  readonly kind: 'reflection-hours';
  /** Which of the granted hours count. */
  readonly hoursOf: Count;
  /** The hours that these are part of; null for all hours. The difference between the two is protected as well. */
  readonly nestedIn: Count | null;
  /** The reflections that are the measure of it. */
  readonly per: Count;
}

/** A share of fields: those answered of those that could be asked, over all reflections. */
export interface FieldShare extends Described {
  readonly kind: 'field-share';
  /** How many fields of a reflection were answered. */
  readonly numerator: (reflection: Reflection) => number;
  /** How many fields of a reflection could be asked. */
  readonly denominator: (reflection: Reflection) => number;
  /** How many fields a reflection has at all. */
  readonly fields: number;
  readonly posting: 'shortfall';
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
  readonly rule: 'weeks-since-support' | 'participation-band';
}

/** One measure of the catalogue. */
export type Measure = ReflectionShare | ReflectionHours | FieldShare | SupportShare | SupportReach | DerivedMeasure;
