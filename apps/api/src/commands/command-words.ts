import type { Output } from './output.js';

/** The option that every command with an answer has. */
export interface JsonOption {
  readonly json?: true;
}

/** Gets the exit code of the command that ran. */
export type Finish = (code: number) => void;

/** Where a command says things, by its options. */
export type OutputOf = (options: JsonOption) => Output;
