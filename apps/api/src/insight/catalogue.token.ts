/** Injection token of the catalogue whose measures readers may ask for. */
export const READER_CATALOGUE = Symbol('catalogue of readers');
