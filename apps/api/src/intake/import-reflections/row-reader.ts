import type { KnownTeams, LocalDate, PitfallCatalogue, ReflectionFault, Result, SubmittedReflection } from '@rolvast/domain';

/** One row of a delivery: where it stands, and what it holds or every rule it breaks. */
export interface ReadRow {
  readonly line: number;
  readonly parsed: Result<SubmittedReflection, readonly ReflectionFault[]>;
}

/** What rows are read by, apart from what the source says about itself. */
export interface RowRules {
  /** The date in the Netherlands: reflections of tomorrow are refused. */
  readonly today: LocalDate;
  /** The pitfalls, with their sub-types, that a row may hold. */
  readonly pitfalls: PitfallCatalogue;
  /** See DeliveryRules of the domain. */
  readonly linkedFrom: LocalDate | null;
  /** The teams of the organisation, by code. */
  readonly teams: KnownTeams;
}

/**
 * The rows of a delivery, some at a time, so that memory does not grow with it. To be read once.
 *
 * @throws FileRefused in the stream when the delivery as a whole can't be read.
 */
export type RowReader = (rules: RowRules) => AsyncIterable<readonly ReadRow[]>;
