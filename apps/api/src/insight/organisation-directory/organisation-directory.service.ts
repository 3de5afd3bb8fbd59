import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Scope } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import type { Organisation, Region } from './organisation-directory.object.js';
import { FIND_TEAMS } from './organisation-directory.sql.js';

interface TeamRow {
  readonly regionCode: string;
  readonly regionName: string;
  readonly teamCode: string;
  readonly teamName: string;
  readonly closedFrom: string | null;
  readonly closedThrough: string | null;
}

/** The names of regions and teams, as published. */
@Injectable()
export class OrganisationDirectoryService {
  constructor(@InjectDataSource('reader') private readonly source: DataSource) {}

  /** Regions and teams of a scope in the order of their names, and the months that were closed for its units. */
  async findRegions({ organisation, units }: Scope): Promise<Pick<Organisation, 'regions' | 'closedFrom' | 'closedThrough'>> {
    const rows = await this.source.query<TeamRow[]>(FIND_TEAMS, [organisation, units]);
    const regions = new Map<string, Region>();
    for (const row of rows) {
      const region = regions.get(row.regionCode) ?? { code: row.regionCode, name: row.regionName, teams: [] };
      region.teams.push({ code: row.teamCode, name: row.teamName });
      regions.set(row.regionCode, region);
    }
    return { regions: [...regions.values()], closedFrom: rows[0]?.closedFrom ?? null, closedThrough: rows[0]?.closedThrough ?? null };
  }
}
