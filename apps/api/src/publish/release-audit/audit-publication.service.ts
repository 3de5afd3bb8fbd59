import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { failure, success, type Result } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import { FIND_ORGANISATION } from '../policy/policy.sql.js';
import { unknownOrganisation, type PolicyRefusal } from '../policy/policy.errors.js';
import { AttackAudit } from './attack-audit.js';

/** What an audit on request tried and found; for the administrator. */
export interface PublicationAudit {
  readonly organisation: string;
  /** Units attacked, of those that ever published. */
  readonly attacked: number;
  readonly units: number;
  readonly targets: number;
  readonly found: readonly string[];
}

/** Attacks, on request, everything that units published over their last blocks, released or waiting. */
@Injectable()
export class AuditPublicationService {
  constructor(
    @InjectDataSource('publisher') private readonly source: DataSource,
    private readonly attacker: AttackAudit,
  ) {}

  /** Changes nothing. */
  async audit(organisation: string, seconds: number, onProgress: (done: number, of: number) => void): Promise<Result<PublicationAudit, PolicyRefusal>> {
    const [row] = await this.source.query<{ id: number }[]>(FIND_ORGANISATION, [organisation]);
    if (row === undefined) return failure(unknownOrganisation(organisation));
    // One view of the database throughout, whatever closes meanwhile.
    return this.source.transaction('REPEATABLE READ', async (manager) => {
      const { units, of, targets, found } = await this.attacker.attack({ manager, organisationId: row.id, onProgress }, seconds, { isNewOnly: false });
      return success({ organisation, attacked: units, units: of, targets, found });
    });
  }
}
