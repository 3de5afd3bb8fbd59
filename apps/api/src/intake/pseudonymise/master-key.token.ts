/** Injection token of the master key: it is read once, when the process starts. */
export const MASTER_KEY = Symbol('master key');
