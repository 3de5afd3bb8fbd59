/** Injection token of the catalogue whose measures readers may ask for. */
export const READER_CATALOGUE = Symbol('catalogue of readers');

/** Injection token of the pitfalls whose sub-types readers are told. */
export const READER_PITFALLS = Symbol('pitfalls of readers');
