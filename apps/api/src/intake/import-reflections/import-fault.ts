import type { KeyMismatchFault } from '../organisation/load-organisation.service.js';
import type { UnknownOrganisationFault } from '../organisation/unknown-organisation.js';
import type { FileFault } from '../source-file/file-fault.js';
import type { ImportReport } from './import-report.js';

/** A strict delivery with rows that were refused; the report names them, and nothing was stored. */
export interface StrictFault {
  readonly code: 'ROWS_REFUSED';
  readonly message: string;
  readonly report: ImportReport;
  /** The import under which the report can be read later; null when it was not kept, as after a dry run. */
  readonly jobId: string | null;
}

/** Nothing is wrong with the delivery; it must be made again, now or in a moment. */
export interface TryAgainFault {
  readonly code: 'KEY_CHANGED' | 'BUSY';
  readonly message: string;
}

export type ImportFault = FileFault | UnknownOrganisationFault | KeyMismatchFault | StrictFault | TryAgainFault;

export function rowsRefused(report: ImportReport, jobId: string | null = null): StrictFault {
  const rows = report.rejected === 1 ? '1 row is' : `${report.rejected} rows are`;
  return {
    code: 'ROWS_REFUSED',
    message: `${rows} not right, and a strict import takes all or nothing. Correct them as the report says, or import without strict to store the good rows. Nothing was stored.`,
    report,
    jobId,
  };
}

export function organisationChanged(): TryAgainFault {
  return { code: 'KEY_CHANGED', message: 'Keys were rotated, or rows of the organisation erased, while the delivery came in. Deliver it again. Nothing was stored.' };
}

export function organisationBusy(): TryAgainFault {
  return { code: 'BUSY', message: 'A large import of the organisation is being merged at this moment. Deliver it again in a minute. Nothing was stored.' };
}
