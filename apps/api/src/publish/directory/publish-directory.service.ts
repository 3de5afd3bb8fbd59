import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { COPY_ORGANISATION, COPY_REGIONS, COPY_TEAMS, COPY_UNITS } from './publish-directory.sql.js';

/** Publishes the names that readers need: organisation, regions, publication units and teams. */
@Injectable()
export class PublishDirectoryService {
  constructor(@InjectDataSource('publisher') private readonly source: DataSource) {}

  /** Brings the published names of an organisation in line with intake, in one transaction. Idempotent. */
  async publish(organisationCode: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      for (const statement of [COPY_ORGANISATION, COPY_REGIONS, COPY_UNITS, COPY_TEAMS]) {
        await manager.query(statement, [organisationCode]);
      }
    });
  }
}
