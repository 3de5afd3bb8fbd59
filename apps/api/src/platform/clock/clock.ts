/** The time, as something that can be replaced: rules take it as an argument, services get it injected. */
export abstract class Clock {
  abstract now(): Date;
}

/** The clock of the machine. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still at a given moment. */
export class FixedClock extends Clock {
  constructor(private readonly moment: Date) {
    super();
  }

  now(): Date {
    return this.moment;
  }
}
