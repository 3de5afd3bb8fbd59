import type { Month } from '@rolvast/domain';
import type { ReleaseOutcome } from '../release/release.service.js';
import type { UnitVerdict } from './post-blocks.js';

/** What a close did, for the administrator: names of units, never numbers of what is pending. */
export interface CloseReport {
  readonly organisation: string;
  /** Last month that is closed now, by this close or an earlier one; null when none is. */
  readonly closedThrough: Month | null;
  readonly monthsClosed: number;
  readonly blocksPosted: number;
  /** Units whose reflections wait for the next month. */
  readonly waitingUnits: readonly string[];
  /** Units with more contributors than colleagues: two spellings of one reference, or invented colleagues. */
  readonly unitsToCheck: readonly string[];
  /** Whether readers can see it now. */
  readonly release: ReleaseOutcome;
}

/** Gathers what a close did, month by month. */
export class CloseReportBuilder {
  private readonly months = new Set<Month>();
  private month: Month | null = null;
  private blocks = 0;
  private readonly waiting = new Set<string>();
  private readonly toCheck = new Set<string>();

  constructor(private readonly organisation: string) {}

  beginMonth(month: Month): void {
    this.month = month;
  }

  add(unitCode: string, verdict: UnitVerdict): void {
    if (this.month !== null && !this.months.has(this.month)) {
      // Who waits is told of the last month only: what waited earlier has been posted or waits still.
      this.months.add(this.month);
      this.waiting.clear();
      this.toCheck.clear();
    }
    if (verdict === 'safe') this.blocks += 1;
    if (verdict === 'below-floor') this.waiting.add(unitCode);
    if (verdict === 'too-many-contributors') this.toCheck.add(unitCode);
  }

  build(closedThrough: Month | null, release: ReleaseOutcome): CloseReport {
    return {
      organisation: this.organisation,
      closedThrough,
      monthsClosed: this.months.size,
      blocksPosted: this.blocks,
      waitingUnits: [...this.waiting],
      unitsToCheck: [...this.toCheck],
      release,
    };
  }
}
