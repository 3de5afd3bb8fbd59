import type { KeyMismatchFault } from '../organisation/load-organisation.service.js';
import type { ImportReport } from './import-report.js';
import type { FileFault } from './reflections-file.js';

export interface UnknownOrganisationFault {
  readonly code: 'UNKNOWN_ORGANISATION';
  readonly message: string;
}

/** A strict delivery with rows that were refused; the report names them, and nothing was stored. */
export interface StrictFault {
  readonly code: 'ROWS_REFUSED';
  readonly message: string;
  readonly report: ImportReport;
}

/** The keys of the organisation were changed while the delivery came in. */
export interface KeyChangedFault {
  readonly code: 'KEY_CHANGED';
  readonly message: string;
}

export type ImportFault = FileFault | UnknownOrganisationFault | KeyMismatchFault | StrictFault | KeyChangedFault;

/** Says that an organisation has to be loaded first. */
export function unknownOrganisation(code: string): UnknownOrganisationFault {
  return {
    code: 'UNKNOWN_ORGANISATION',
    message: `There is no organisation with code "${code.slice(0, 63)}". Load it first: rolvast organisation load FILE. Nothing was changed.`,
  };
}

export function rowsRefused(report: ImportReport): StrictFault {
  const rows = report.rejected === 1 ? '1 row is' : `${report.rejected} rows are`;
  return {
    code: 'ROWS_REFUSED',
    message: `${rows} not right, and a strict import takes all or nothing. Correct them as the report says, or import without strict to store the good rows. Nothing was stored.`,
    report,
  };
}

export function keyChanged(): KeyChangedFault {
  return { code: 'KEY_CHANGED', message: 'The keys of the organisation were changed while the delivery came in. Deliver it again. Nothing was stored.' };
}
