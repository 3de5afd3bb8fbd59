/** Why a question to the API has no answer: the codes this application knows, anything else is `unexpected`. */
export type RequestFailureCode = 'unreachable' | 'not-found' | 'not-published' | 'signed-out' | 'unexpected';

/** A question to the API that failed. `id` is the number under which the API logged it, when it gave one. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';

  constructor(
    readonly code: RequestFailureCode,
    readonly id: string | null = null,
    options?: ErrorOptions,
  ) {
    super(`the request failed: ${code}`, options);
  }
}

/** The failure behind whatever was thrown: a bug of ours counts as `unexpected`. */
export function failureOf(thrown: unknown): RequestFailure {
  return thrown instanceof RequestFailure ? thrown : new RequestFailure('unexpected', null, { cause: thrown });
}
