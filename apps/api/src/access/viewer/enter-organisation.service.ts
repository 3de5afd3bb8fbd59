import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { failure, success, type Result } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { rolesAt } from '../users/role-assignments.js';
import { FindViewerService } from './find-viewer.service.js';
import type { Viewer, Visit } from './viewer.js';

/** Brings another organisation into use, for somebody who has a role there. */
@Injectable()
export class EnterOrganisationService {
  constructor(
    @InjectDataSource('gatekeeper') private readonly source: DataSource,
    private readonly viewers: FindViewerService,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the viewer as she is there; the same fault for an organisation without a role and for one that is not there. */
  async enter({ viewer, sessionHash, requestId }: Visit, code: string): Promise<Result<Viewer, 'ORGANISATION_NOT_FOUND'>> {
    const wanted = (await this.viewers.findOrganisations(viewer.userNumber)).find((organisation) => organisation.code === code);
    if (wanted === undefined) return failure('ORGANISATION_NOT_FOUND');
    await inTransaction(this.source, async (client) => {
      await client.query('UPDATE access.session SET organisation_id = $2 WHERE session_hash = $1', [sessionHash, wanted.id]);
      const role = await rolesAt(client, wanted.id, viewer.userNumber, this.clock.now());
      const note = { userNumber: viewer.userNumber, role, deed: 'enter organisation', unit: null, reason: null, result: 'done', requestId } as const;
      await this.audit.append(client, wanted.id, note);
    });
    const entered = await this.viewers.findViewer(sessionHash);
    return entered === null ? failure('ORGANISATION_NOT_FOUND') : success(entered);
  }
}
