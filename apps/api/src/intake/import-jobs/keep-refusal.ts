import { RefusedAsStrict } from '../import-reflections/delivery-rows.js';
import { rowsRefused } from '../import-reflections/import-fault.js';
import { reportOfNothing, type ImportReport } from '../import-reflections/import-report.js';
import { DeliveryRefused } from './delivery.js';
import type { ImportJobStore, NewJob } from './import-job.store.js';

/** A delivery before its rows are known. */
export type AnnouncedJob = Omit<NewJob, 'received' | 'stagedRows'>;

/**
 * Does the work of a delivery. When its rows refuse a strict one, nothing of it is stored but the report: who looks in the
 * morning must find why the night's delivery is not there.
 *
 * @throws what `work` throws; a refusal by rows then names the job under which its report is kept.
 */
export async function keepingRefusal<Outcome>(jobs: ImportJobStore, job: AnnouncedJob, now: () => Date, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    const report = reportOfRefusal(error);
    if (report === null) throw error;
    const { read, rejected, rejections } = report;
    await jobs.addRefused({ ...job, stagedRows: 0, received: { read, rejected, rejections } }, report, now());
    throw new DeliveryRefused(rowsRefused(report, job.jobId));
  }
}

function reportOfRefusal(error: unknown): ImportReport | null {
  if (error instanceof RefusedAsStrict) return reportOfNothing(error.received);
  return error instanceof DeliveryRefused && error.fault.code === 'ROWS_REFUSED' ? error.fault.report : null;
}
