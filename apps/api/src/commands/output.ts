/** A number with its word: '1 team', '3 teams'. */
export function counted(number: number, singular: string): string {
  return `${number} ${singular}${number === 1 ? '' : 's'}`;
}

/** Where a command says things: progress for people on standard error, the answer on standard output. */
export interface Output {
  progress(line: string): void;
  /** The answer: the object with --json, the lines otherwise. */
  answer(object: object, lines: readonly string[]): void;
  /** One line that says what is wrong and what to do. */
  fault(fault: { readonly code: string; readonly message: string }): void;
}

/**
 * @param isJson whether a program reads the answer. Then standard output holds one JSON object and nothing else,
 * for a fault `{"error":{"code","message"}}`.
 */
export function createOutput(isJson: boolean, stdout: NodeJS.WritableStream, stderr: NodeJS.WritableStream): Output {
  return {
    progress: (line) => {
      if (!isJson) stderr.write(`${line}\n`);
    },
    answer: (object, lines) => {
      stdout.write(isJson ? `${JSON.stringify(object)}\n` : lines.map((line) => `${line}\n`).join(''));
    },
    fault: ({ code, message }) => {
      if (isJson) stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
      stderr.write(`rolvast: ${message}\n`);
    },
  };
}
