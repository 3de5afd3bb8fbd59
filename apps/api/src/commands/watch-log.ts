/** What a watched folder tells whoever reads its log. */
export class WatchLog {
  private waitingFor = '';

  constructor(private readonly write: (line: string) => void) {}

  /** Says what happened. */
  say(line: string): void {
    this.waitingFor = '';
    this.write(line);
  }

  /** Says what is waited for: once, however often it is tried again, until something else happens. */
  sayWaiting(line: string): void {
    if (line !== this.waitingFor) this.write(line);
    this.waitingFor = line;
  }
}
