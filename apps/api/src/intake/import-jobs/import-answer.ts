import type { Response } from 'express';
import { rejectionsAsCsv, reportAsLines } from '../import-reflections/import-report.js';
import type { RaisedCode } from '../outbox/alert-codes.store.js';
import type { ImportJob } from './import-job.store.js';

/** A refusal as the answer of a request: a code for programs and a sentence for people. */
export interface RequestRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export function answerRefusal(response: Response, { status, code, message }: RequestRefusal, more: object = {}): void {
  response.status(status).json({ error: { code, message, ...more } });
}

/** A job as the answer of a request in JSON. */
export function jobAnswer(job: ImportJob): object {
  const { jobId, kind, state, wayIn, stagedRows, attempt, lastFailure, receivedAt, finishedAt, report } = job;
  const merged = state === 'done' ? stagedRows : 0;
  return { id: jobId, href: `/imports/${jobId}`, kind, state, wayIn, receivedAt, finishedAt, progress: { staged: stagedRows, merged, attempt, lastFailure }, report };
}

/** Whether the answer is JSON, the only form with codes of alerts in it. */
export function isJson(accepted: string | false): boolean {
  return accepted === 'json' || accepted === false;
}

/**
 * Answers with a job in the form that the request asks for: JSON, the rejections as CSV, or the report as text.
 *
 * @param alertCodes codes that are handed out with this answer; they are stored nowhere else for the source system.
 */
export function answerJob(response: Response, job: ImportJob, accepted: string | false, alertCodes: readonly RaisedCode[]): void {
  if (isJson(accepted)) {
    response.json({ ...jobAnswer(job), alertCodes });
  } else if (job.report === null) {
    response.set('Retry-After', '2');
    answerRefusal(response, { status: 409, code: 'NOT_FINISHED', message: 'The import is not finished, so there is no report yet. Ask again in a moment.' });
  } else if (accepted === 'csv') {
    response.type('text/csv; charset=utf-8').send(rejectionsAsCsv(job.report));
  } else {
    const lines = reportAsLines(job.report, Number.POSITIVE_INFINITY, '');
    response.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`);
  }
}
