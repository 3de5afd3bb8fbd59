import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CheckImporterTokenService, type Importer } from '../../access/importer-tokens/check-importer-token.service.js';
import { csvRows } from '../import-reflections/csv-rows.js';
import type { ImportFault } from '../import-reflections/import-fault.js';
import { ImportReflectionsService } from '../import-reflections/import-reflections.service.js';
import type { RowReader } from '../import-reflections/row-reader.js';
import { answerJob, answerRefusal, jobAnswer } from './import-answer.js';
import { ImportJobStore } from './import-job.store.js';
import { ImportWorker } from './import-worker.js';
import { checkedBytes, MAX_UPLOAD_BYTES, readContentDigest, tooLarge, UploadRefused } from './upload-bytes.js';

/** How the body of each type of content is read. */
const READERS: Readonly<Record<string, RowReader>> = { 'text/csv': csvRows };

/** Each upload holds a connection to the database for as long as it lasts; some must stay for everything else. */
const MAX_UPLOADS = 8;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LATEST = 50;

/** Where source systems deliver. Deny by default: every route asks for an importer first. */
@Controller('imports')
export class ImportsController {
  private uploads = 0;

  constructor(
    private readonly tokens: CheckImporterTokenService,
    private readonly imports: ImportReflectionsService,
    private readonly jobs: ImportJobStore,
    private readonly worker: ImportWorker,
  ) {}

  /** Takes a file in; 202 means that it is stored and will be merged exactly once. */
  @Post()
  async upload(@Req() request: Request, @Res() response: Response): Promise<void> {
    const importer = await this.importerOf(request, response);
    if (importer === null) return;
    const reader = READERS[(request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''];
    const isEncoded = (request.headers['content-encoding'] ?? 'identity') !== 'identity';
    if (reader === undefined || isEncoded) {
      refuseUnread(request, response, 415, 'CONTENT_TYPE', `Send the file as it is, with Content-Type ${Object.keys(READERS).join(' or ')} and without Content-Encoding.`);
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
      await this.receive(request, response, importer, reader);
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

  /** Progress and report of one import. "Not found" and "not yours" are the same answer. */
  @Get(':id')
  async one(@Req() request: Request, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const importer = await this.importerOf(request, response);
    if (importer === null) return;
    const job = UUID.test(id) ? await this.jobs.find(importer.organisationId, id) : null;
    if (job === null) {
      answerRefusal(response, { status: 404, code: 'NOT_FOUND', message: 'There is no such import.' });
      return;
    }
    answerJob(response, job, request.accepts(['json', 'csv', 'text']));
  }

  private async receive(request: Request, response: Response, importer: Importer, reader: RowReader): Promise<void> {
    const delivery = { organisationCode: importer.organisationCode, reader, wayIn: 'upload', tokenId: importer.tokenId, isStrict: request.query['strict'] === 'true' } as const;
    try {
      const received = await this.imports.receive(delivery, checkedBytes(request, readContentDigest(request.get('content-digest'))));
      if (!received.ok) {
        refuseUnread(request, response, statusOf(received.fault), received.fault.code, received.fault.message, 'report' in received.fault ? { report: received.fault.report } : {});
        return;
      }
      this.worker.nudge();
      const { jobId, received: counted } = received.value;
      const href = `/imports/${jobId}`;
      response.status(202).location(href).json({ id: jobId, href, state: 'waiting', received: counted });
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
      refuseUnread(request, response, 401, 'UNAUTHENTICATED', 'Send an importer token that works: Authorization: Bearer <token>. An administrator makes one with rolvast tokens create.');
    }
    return importer;
  }
}

/** Refuses a request of which the body was not read to its end: the connection can't be used for another one. */
function refuseUnread(request: Request, response: Response, status: number, code: string, message: string, more: object = {}): void {
  if (!request.readableEnded) response.set('Connection', 'close');
  answerRefusal(response, { status, code, message }, more);
}

function statusOf(fault: ImportFault): number {
  switch (fault.code) {
    case 'KEY_MISMATCH':
    case 'KEY_CHANGED':
      return 503;
    case 'UNKNOWN_ORGANISATION':
      return 404;
    case 'FILE_MISSING':
    case 'FILE_NOT_CSV':
    case 'UNKNOWN_COLUMN':
    case 'MISSING_COLUMN':
    case 'ROWS_REFUSED':
      return 422;
  }
}
