/** How a command ended, for scripts. */
export const EXIT = {
  done: 0,
  /** Refused: something in the input or the surroundings is not right, and nothing was changed. */
  refused: 1,
  /** The command line was not understood. */
  usage: 2,
  /** Done, but some rows were not stored; the report says which. */
  rowsRejected: 3,
  /** A bug; the message has an id. */
  bug: 70,
} as const;
