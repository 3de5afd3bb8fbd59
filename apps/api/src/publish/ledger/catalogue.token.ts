/** Injection token of the catalogue whose measures are published. */
export const BLOCK_CATALOGUE = Symbol('catalogue of blocks');

/** Injection token of the pitfalls and sub-types by which is divided. */
export const BLOCK_PITFALLS = Symbol('pitfalls of blocks');
