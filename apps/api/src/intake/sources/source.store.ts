import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { FileKind } from '../source-file/file-contract.js';
import type { StoredMapping } from './mapping-file.js';

/** A source as it is registered. */
export interface StoredSource {
  readonly code: string;
  readonly hasOwnNumbering: boolean;
  readonly mappings: Readonly<Record<FileKind, StoredMapping | null>>;
}

/** What to change of a source; null leaves what was there. */
export interface SourceChange {
  readonly hasOwnNumbering: boolean | null;
  readonly mappings: Readonly<Partial<Record<FileKind, StoredMapping>>>;
}

const SELECT_SOURCE = `
  SELECT code, has_own_numbering AS "hasOwnNumbering",
         jsonb_build_object('reflections', reflections_mapping, 'support-sessions', support_sessions_mapping) AS mappings
    FROM intake.source WHERE organisation_id = $1`;

/** Sources of an organisation, in schema `intake`. */
@Injectable()
export class SourceStore {
  constructor(@InjectDataSource('intake-writer') private readonly source: DataSource) {}

  /** All of them, by code. */
  findSources(organisationId: number): Promise<StoredSource[]> {
    return this.source.query<StoredSource[]>(`${SELECT_SOURCE} ORDER BY code`, [organisationId]);
  }

  async findSource(organisationId: number, code: string): Promise<StoredSource | null> {
    const rows = await this.source.query<StoredSource[]>(`${SELECT_SOURCE} AND code = $2`, [organisationId, code]);
    return rows[0] ?? null;
  }

  /** Registers a source, or changes what is given. */
  async save(organisationId: number, code: string, { hasOwnNumbering, mappings }: SourceChange): Promise<void> {
    await this.source.query(
      `INSERT INTO intake.source AS stored (organisation_id, code, has_own_numbering, reflections_mapping, support_sessions_mapping)
       VALUES ($1, $2, coalesce($3, false), $4, $5)
       ON CONFLICT (organisation_id, code) DO UPDATE
          SET has_own_numbering = coalesce($3, stored.has_own_numbering),
              reflections_mapping = coalesce($4, stored.reflections_mapping),
              support_sessions_mapping = coalesce($5, stored.support_sessions_mapping)`,
      [organisationId, code, hasOwnNumbering, toJson(mappings.reflections), toJson(mappings['support-sessions'])],
    );
  }
}

function toJson(mapping: StoredMapping | undefined): string | null {
  return mapping === undefined ? null : JSON.stringify(mapping);
}
