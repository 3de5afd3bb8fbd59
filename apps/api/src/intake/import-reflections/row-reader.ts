import type { LocalDate, ReflectionFault, Result, SubmittedReflection } from '@rolvast/domain';

/** One row of a delivery: where it stands, and what it holds or every rule it breaks. */
export interface ReadRow {
  readonly line: number;
  readonly parsed: Result<SubmittedReflection, readonly ReflectionFault[]>;
}

/**
 * Turns the bytes of a delivery into rows, some at a time, so that memory does not grow with it.
 *
 * @param today the date in the Netherlands: reflections of tomorrow are refused.
 * @throws FileRefused in the stream when the delivery as a whole can't be read.
 */
export type RowReader = (bytes: AsyncIterable<Uint8Array>, today: LocalDate) => AsyncIterable<readonly ReadRow[]>;
