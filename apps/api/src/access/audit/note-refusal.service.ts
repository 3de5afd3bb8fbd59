import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { TeamCode } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import { inTransaction } from '../../platform/database/transaction.js';
import type { Operation } from '../role-policy.js';
import { roleNames, type Visit } from '../viewer/viewer.js';
import { AuditTrail } from './audit-trail.js';

/** Writes down what somebody tried and was refused. */
@Injectable()
export class NoteRefusalService {
  constructor(
    @InjectDataSource('gatekeeper') private readonly source: DataSource,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param operation its name, declared or not.
   * @param team what was asked for, when it was a team. Only a team that the own organisation has is written down: any
   * other text could hold anything.
   */
  async note({ viewer, requestId }: Visit, operation: Operation | 'undeclared operation', team: TeamCode | null = null): Promise<void> {
    const organisationId = viewer.organisation.id;
    await inTransaction(this.source, async (client) => {
      const { rows } = await client.query<{ code: string }>('SELECT code FROM published.team WHERE organisation_id = $1 AND code = $2', [organisationId, team]);
      await this.audit.append(client, organisationId, {
        userNumber: viewer.userNumber,
        role: roleNames(viewer),
        deed: operation,
        unit: rows[0]?.code ?? null,
        reason: null,
        result: 'refused',
        requestId,
      });
    });
  }
}
