export interface UnknownTeamFault {
  readonly code: 'UNKNOWN_TEAM';
  readonly message: string;
}

const FIRST_LINES = 3;

/** Gathers rows that name a team the organisation does not have, while a file is read. */
export class UnknownTeams {
  private rows = 0;
  private readonly firstLines: number[] = [];

  add(line: number): void {
    this.rows += 1;
    if (this.firstLines.length < FIRST_LINES) this.firstLines.push(line);
  }

  /** @throws TeamsUnknown when there was any. */
  throwIfAny(): void {
    if (this.rows > 0) throw new TeamsUnknown(this.rows, this.firstLines);
  }
}

/** Thrown at the end of the rows, so that nothing of the file is stored; callers turn it into {@link unknownTeam}. */
export class TeamsUnknown extends Error {
  constructor(
    readonly rows: number,
    readonly firstLines: readonly number[],
  ) {
    super('the file names teams that the organisation does not have');
  }
}

/** Says that a file names teams the organisation does not have, and where. */
export function unknownTeam({ rows, firstLines }: TeamsUnknown, organisationCode: string): UnknownTeamFault {
  const named = rows === 1 ? '1 row names' : `${rows} rows name`;
  return {
    code: 'UNKNOWN_TEAM',
    message: `${named} a team that organisation ${organisationCode} does not have (first on line ${firstLines.join(', ')}). Correct the team code, or add the team with rolvast organisation load FILE. Nothing was imported.`,
  };
}
