/**
 * The outcome of something that may fail in a way the caller is expected to handle.
 *
 * `fault` is a member of a union with a literal `code`, so that a `switch` over it can be exhaustive.
 * Bugs are not faults: they are thrown.
 */
export type Result<Value, Fault> = Success<Value> | Failure<Fault>;

export interface Success<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Failure<Fault> {
  readonly ok: false;
  readonly fault: Fault;
}

/** Wraps a value that was obtained. */
export function success<Value>(value: Value): Success<Value> {
  return { ok: true, value };
}

/** Wraps the reason why no value could be obtained. */
export function failure<Fault>(fault: Fault): Failure<Fault> {
  return { ok: false, fault };
}
