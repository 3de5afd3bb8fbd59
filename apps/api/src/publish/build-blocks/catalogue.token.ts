/** Injection token of the catalogue whose measures blocks are published with. */
export const BLOCK_CATALOGUE = Symbol('catalogue of blocks');
