import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CheckImporterTokenService, type Importer } from '../../access/importer-tokens/check-importer-token.service.js';
import { ImportFilesService, type ImportFileFault } from '../import-files/import-files.service.js';
import { AlertCodesStore } from '../outbox/alert-codes.store.js';
import { answerJob, answerRefusal, isJson, jobAnswer } from './import-answer.js';
import { ImportJobStore, isJobId } from './import-job.store.js';
import { ImportWorker } from './import-worker.js';
import { NO_TOKEN } from './importer-of.js';
import { checkedBytes, MAX_UPLOAD_BYTES, readContentDigest, tooLarge, UploadRefused } from './upload-bytes.js';

/** What a body may be sent as; what it holds is told by its first line. */
const CONTENT_TYPES: readonly string[] = ['text/csv', 'application/x-ndjson'];

/** Each upload holds a connection to the database for as long as it lasts; some must stay for everything else. */
const MAX_UPLOADS = 8;
const LATEST = 50;

/** Where source systems deliver. Deny by default: every route asks for an importer first. */
@Controller('imports')
export class ImportsController {
  private uploads = 0;

  constructor(
    private readonly tokens: CheckImporterTokenService,
    private readonly imports: ImportFilesService,
    private readonly jobs: ImportJobStore,
    private readonly worker: ImportWorker,
    private readonly codes: AlertCodesStore,
  ) {}

  /** Takes a file in; 202 means that it is stored and will be merged exactly once. */
  @Post()
  async upload(@Req() request: Request, @Res() response: Response): Promise<void> {
    const importer = await this.importerOf(request, response);
    if (importer === null) return;
    const query = readQuery(request.query);
    if (query === null) {
      refuseUnread(request, response, 400, 'QUERY', 'The address may end in ?strict=true (or false) and source=CODE, each once, and in nothing else; a trial run without storing is rolvast import --dry-run. Correct it. Nothing was stored.');
      return;
    }
    const contentType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    const isEncoded = (request.headers['content-encoding'] ?? 'identity') !== 'identity';
    if (!CONTENT_TYPES.includes(contentType) || isEncoded) {
      refuseUnread(request, response, 415, 'CONTENT_TYPE', `Send the file as it is, with Content-Type ${CONTENT_TYPES.join(' or ')} and without Content-Encoding.`);
      return;
    }
    if (Number(request.headers['content-length'] ?? 0) > MAX_UPLOAD_BYTES) {
      refuseUnread(request, response, 413, 'TOO_LARGE', tooLarge().message);
      return;
    }
    if (this.uploads >= MAX_UPLOADS) {
      response.set('Retry-After', '10');
      refuseUnread(request, response, 503, 'OVERLOADED', 'Too many files come in at this moment. Send it again in ten seconds. Nothing was stored.');
      return;
    }
    this.uploads += 1;
    try {
      await this.receive(request, response, importer, query);
    } finally {
      this.uploads -= 1;
    }
  }

  @Get()
  async latest(@Req() request: Request, @Res() response: Response): Promise<void> {
    const importer = await this.importerOf(request, response);
    if (importer === null) return;
    const jobs = await this.jobs.findLatest(importer.organisationId, LATEST);
    response.json({ imports: jobs.map(jobAnswer) });
  }

  /** Progress and report of one import, and once the codes of the alerts it raised. "Not found" and "not yours" are the same answer. */
  @Get(':id')
  async one(@Req() request: Request, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const importer = await this.importerOf(request, response);
    if (importer === null) return;
    const job = isJobId(id) ? await this.jobs.find(importer.organisationId, id) : null;
    if (job === null) {
      answerRefusal(response, { status: 404, code: 'NOT_FOUND', message: 'There is no such import.' });
      return;
    }
    const accepted = request.accepts(['json', 'csv', 'text']);
    const alertCodes = isJson(accepted) ? await this.codes.take(importer.organisationId, id, importer.tokenId) : [];
    answerJob(response, job, accepted, alertCodes);
  }

  private async receive(request: Request, response: Response, importer: Importer, { isStrict, source }: UploadQuery): Promise<void> {
    const terms = { organisationCode: importer.organisationCode, wayIn: 'upload', tokenId: importer.tokenId, isStrict } as const;
    try {
      const bytes = checkedBytes(request, readContentDigest(request.get('content-digest')));
      const received = await this.imports.receive(terms, bytes, { source, kind: null });
      if (!received.ok) {
        refuseUnread(request, response, statusOf(received.fault), received.fault.code, received.fault.message, keptReportOf(received.fault));
        return;
      }
      this.worker.nudge();
      const { jobId, state, received: counted } = received.value;
      const href = `/imports/${jobId}`;
      response.status(202).location(href).json({ id: jobId, href, state, received: counted });
    } catch (error) {
      if (!(error instanceof UploadRefused)) throw error;
      refuseUnread(request, response, error.fault.code === 'TOO_LARGE' ? 413 : 400, error.fault.code, error.fault.message);
    }
  }

  private async importerOf(request: Request, response: Response): Promise<Importer | null> {
    response.set('Cache-Control', 'no-store');
    const importer = await this.tokens.check(request.headers.authorization);
    if (importer === null) {
      response.set('WWW-Authenticate', 'Bearer realm="imports"');
      refuseUnread(request, response, 401, 'UNAUTHENTICATED', NO_TOKEN);
    }
    return importer;
  }
}

/** What an address says of an upload. */
interface UploadQuery {
  readonly isStrict: boolean;
  readonly source: string | null;
}

/** Null for anything that is not understood: who asks in vain for a trial run must not find everything stored. */
function readQuery({ strict = 'false', source, ...others }: Request['query']): UploadQuery | null {
  if (Object.keys(others).length > 0 || (strict !== 'true' && strict !== 'false')) return null;
  if (source !== undefined && typeof source !== 'string') return null;
  return { isStrict: strict === 'true', source: source ?? null };
}

/** Refuses a request of which the body was not read to its end: the connection can't be used for another one. */
function refuseUnread(request: Request, response: Response, status: number, code: string, message: string, more: object = {}): void {
  if (!request.readableEnded) response.set('Connection', 'close');
  answerRefusal(response, { status, code, message }, more);
}

/** The report of a strict delivery that was refused, and where it can be read again. */
function keptReportOf(fault: ImportFileFault): object {
  if (fault.code !== 'ROWS_REFUSED') return {};
  return { report: fault.report, ...(fault.jobId === null ? {} : { href: `/imports/${fault.jobId}` }) };
}

function statusOf(fault: ImportFileFault): number {
  switch (fault.code) {
    case 'KEY_MISMATCH':
    case 'KEY_CHANGED':
    case 'BUSY':
      return 503;
    case 'UNKNOWN_ORGANISATION':
    case 'UNKNOWN_SOURCE':
      return 404;
    case 'FILE_MISSING':
    case 'FILE_NOT_CSV':
    case 'FILE_NOT_NDJSON':
    case 'OWN_NUMBERING_DOUBTED':
    case 'OTHER_KIND_OF_FILE':
    case 'SOURCE_CODE':
    case 'UNKNOWN_COLUMN':
    case 'MISSING_COLUMN':
    case 'ROWS_REFUSED':
      return 422;
  }
}
