/** Injection token of the pitfalls, with their sub-types, that a file may hold. */
export const IMPORT_PITFALLS = Symbol('pitfalls of imports');
