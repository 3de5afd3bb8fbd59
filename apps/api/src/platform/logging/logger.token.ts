/** Injection token of the log of the process. */
export const LOGGER = Symbol('logger');
