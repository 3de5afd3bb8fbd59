import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { LocalDate } from '@rolvast/domain';
import type { OrganisationDescription, TeamDescription } from './organisation-file.js';

/** An organisation as intake knows it. */
export interface StoredOrganisation {
  readonly organisationId: number;
  readonly code: string;
  readonly name: string;
  readonly keyFingerprint: Buffer;
  /** First day whose rows still have pseudonyms; null while none were deleted. */
  readonly linkedFrom: LocalDate | null;
  /** Raised whenever something of the organisation ended: an erasure, a run of the retention. */
  readonly lifetimeTurn: number;
}

/** What is recorded about a team from a day on. */
export interface RecordedPeriod {
  readonly region: string;
  readonly professionals: number;
  readonly publishWith: string | null;
  readonly validFrom: LocalDate;
}

interface IdentifiedCode {
  readonly id: number;
  readonly code: string;
}

/** The first load counts from the start of the team; a later difference counts from the day it holds. */
const SAVE_PERIOD = `
  WITH latest AS (
    SELECT region_id, professionals, publish_with_team_id FROM intake.team_period
     WHERE organisation_id = $1 AND team_id = $2 ORDER BY valid_from DESC LIMIT 1
  )
  INSERT INTO intake.team_period (organisation_id, team_id, valid_from, region_id, professionals, publish_with_team_id)
  SELECT $1, $2, CASE WHEN EXISTS (SELECT FROM latest) THEN $6::date ELSE $5::date END, $3, $4, $7
   WHERE NOT EXISTS (SELECT FROM latest WHERE region_id = $3 AND professionals = $4 AND publish_with_team_id IS NOT DISTINCT FROM $7)
  ON CONFLICT (organisation_id, team_id, valid_from) DO UPDATE
     SET region_id = excluded.region_id, professionals = excluded.professionals, publish_with_team_id = excluded.publish_with_team_id`;

/** Organisations, regions and teams in schema `intake`. */
@Injectable()
export class OrganisationStore {
  constructor(@InjectDataSource('intake-writer') private readonly source: DataSource) {}

  async findOrganisation(code: string): Promise<StoredOrganisation | null> {
    const rows = await this.source.query<StoredOrganisation[]>(
      `SELECT organisation_id AS "organisationId", code, name, key_fingerprint AS "keyFingerprint", linked_from::text AS "linkedFrom",
              lifetime_turn AS "lifetimeTurn"
         FROM intake.organisation LEFT JOIN intake.retention USING (organisation_id) WHERE code = $1`,
      [code],
    );
    return rows[0] ?? null;
  }

  /** How many organisations there are. */
  async countOrganisations(): Promise<number> {
    const [row] = await this.source.query<{ count: number }[]>('SELECT count(*)::int AS count FROM intake.organisation');
    return row?.count ?? 0;
  }

  /** Whether anything was ever delivered for an organisation. */
  async hasReflections(code: string): Promise<boolean> {
    const [row] = await this.source.query<{ found: boolean }[]>(
      `SELECT EXISTS (SELECT FROM intake.reflection JOIN intake.organisation USING (organisation_id) WHERE code = $1) AS found`,
      [code],
    );
    return row?.found ?? false;
  }

  /** Region, size and sibling of each team as recorded last, by team code. */
  async findLatestPeriods(organisationId: number): Promise<ReadonlyMap<string, RecordedPeriod>> {
    const rows = await this.source.query<(RecordedPeriod & { code: string })[]>(
      `SELECT DISTINCT ON (team.team_id) team.code, region.code AS region, professionals, sibling.code AS "publishWith", period.valid_from::text AS "validFrom"
         FROM intake.team
         JOIN intake.team_period period USING (organisation_id, team_id)
         JOIN intake.region USING (organisation_id, region_id)
         LEFT JOIN intake.team sibling ON sibling.organisation_id = team.organisation_id AND sibling.team_id = period.publish_with_team_id
        WHERE team.organisation_id = $1 ORDER BY team.team_id, period.valid_from DESC`,
      [organisationId],
    );
    return new Map(rows.map(({ code, ...period }) => [code, period]));
  }

  /** Team numbers by team code, ended teams included: their history can still be delivered. */
  async findTeamIds(organisationId: number): Promise<ReadonlyMap<string, number>> {
    const rows = await this.source.query<IdentifiedCode[]>(
      'SELECT team_id AS id, code FROM intake.team WHERE organisation_id = $1',
      [organisationId],
    );
    return new Map(rows.map((row) => [row.code, row.id]));
  }

  /**
   * Brings the organisation to what its file describes, in one transaction.
   *
   * @param from the day from which a changed region, sibling or number of professionals counts, and on which a team
   * that the file no longer names is ended.
   */
  async save(description: OrganisationDescription, keyFingerprint: Buffer, from: LocalDate): Promise<void> {
    await this.source.transaction(async (manager) => {
      const organisationId = await this.saveOrganisation(manager, description, keyFingerprint);
      const regionIds = await this.saveRegions(manager, organisationId, description);
      const teamIds = await this.saveTeams(manager, organisationId, description.teams);
      for (const team of description.teams) {
        const publishWithId = team.publishWith === null ? null : idOf(teamIds, team.publishWith);
        await manager.query(SAVE_PERIOD, [organisationId, idOf(teamIds, team.code), idOf(regionIds, team.region), team.professionals, team.validFrom, from, publishWithId]);
      }
      await manager.query(
        `UPDATE intake.team SET valid_to = greatest(valid_from, $3::date)
          WHERE organisation_id = $1 AND (valid_to IS NULL OR valid_to > $3::date) AND NOT (code = ANY ($2))`,
        [organisationId, description.teams.map((team) => team.code), from],
      );
    });
  }

  private async saveOrganisation(manager: EntityManager, description: OrganisationDescription, fingerprint: Buffer): Promise<number> {
    const [row] = await manager.query<{ id: number }[]>(
      `INSERT INTO intake.organisation (code, name, key_fingerprint) VALUES ($1, $2, $3)
       ON CONFLICT (code) DO UPDATE SET name = excluded.name RETURNING organisation_id AS id`,
      [description.code, description.name, fingerprint],
    );
    if (row === undefined) throw new Error('the organisation was not stored');
    return row.id;
  }

  private async saveRegions(manager: EntityManager, organisationId: number, { regions }: OrganisationDescription): Promise<ReadonlyMap<string, number>> {
    const rows = await manager.query<IdentifiedCode[]>(
      `INSERT INTO intake.region (organisation_id, code, name)
       SELECT $1, region.code, region.name FROM unnest($2::text[], $3::text[]) AS region (code, name)
       ON CONFLICT (organisation_id, code) DO UPDATE SET name = excluded.name RETURNING region_id AS id, code`,
      [organisationId, regions.map((region) => region.code), regions.map((region) => region.name)],
    );
    return new Map(rows.map((row) => [row.code, row.id]));
  }

  private async saveTeams(manager: EntityManager, organisationId: number, teams: readonly TeamDescription[]): Promise<ReadonlyMap<string, number>> {
    const rows = await manager.query<IdentifiedCode[]>(
      `INSERT INTO intake.team (organisation_id, code, name, care_form, valid_from, valid_to)
       SELECT $1, team.* FROM unnest($2::text[], $3::text[], $4::text[], $5::date[], $6::date[]) AS team (code, name, care_form, valid_from, valid_to)
       ON CONFLICT (organisation_id, code) DO UPDATE
          SET name = excluded.name, care_form = excluded.care_form, valid_from = excluded.valid_from, valid_to = excluded.valid_to
       RETURNING team_id AS id, code`,
      [
        organisationId,
        teams.map((team) => team.code),
        teams.map((team) => team.name),
        teams.map((team) => team.careForm),
        teams.map((team) => team.validFrom),
        teams.map((team) => team.validTo),
      ],
    );
    return new Map(rows.map((row) => [row.code, row.id]));
  }
}

function idOf(ids: ReadonlyMap<string, number>, code: string): number {
  const id = ids.get(code);
  if (id === undefined) throw new Error('a code of the file was not stored');
  return id;
}
