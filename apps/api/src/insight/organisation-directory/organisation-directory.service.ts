import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { OrganisationCode } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import type { Organisation, OrganisationName, Region } from './organisation-directory.object.js';
import { FIND_ORGANISATIONS, FIND_TEAMS } from './organisation-directory.sql.js';

interface TeamRow {
  readonly organisationName: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly teamCode: string;
  readonly teamName: string;
}

/** The names of organisations, regions and teams, as published. */
@Injectable()
export class OrganisationDirectoryService {
  constructor(@InjectDataSource('reader') private readonly source: DataSource) {}

  async findOrganisations(): Promise<OrganisationName[]> {
    return this.source.query<OrganisationName[]>(FIND_ORGANISATIONS);
  }

  /** Regions and teams in the order of their names; null when there is no such organisation. */
  async findOrganisation(code: OrganisationCode): Promise<Organisation | null> {
    const rows = await this.source.query<TeamRow[]>(FIND_TEAMS, [code]);
    const [first] = rows;
    if (first === undefined) return null;
    const regions = new Map<string, Region>();
    for (const row of rows) {
      const region = regions.get(row.regionCode) ?? { code: row.regionCode, name: row.regionName, teams: [] };
      region.teams.push({ code: row.teamCode, name: row.teamName });
      regions.set(row.regionCode, region);
    }
    return { code, name: first.organisationName, regions: [...regions.values()] };
  }
}
