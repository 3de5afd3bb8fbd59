/**
 * Ends a `switch` over a union: the compiler refuses the call as soon as a member is not handled.
 *
 * @throws Error when untyped input reaches it at run time; that is a bug in the caller.
 */
export function assertNever(value: never, of: string): never {
  throw new Error(`unhandled ${of}: ${JSON.stringify(value)}`);
}
