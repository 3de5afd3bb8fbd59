import { Injectable } from '@nestjs/common';
import { failure, success, type Result } from '@rolvast/domain';
import { unknownOrganisation, type UnknownOrganisationFault } from '../organisation/unknown-organisation.js';
import { OrganisationStore } from '../organisation/organisation.store.js';
import { FILE_KINDS, type FileKind } from '../source-file/file-contract.js';
import { UNREGISTERED_SOURCE, type SourceSettings } from '../source-file/source-settings.js';
import { parseMappingFile, toSourceMapping, type MappingFileFault, type StoredMapping } from './mapping-file.js';
import { SourceStore, type StoredSource } from './source.store.js';

/** What is registered about a source, for a person. */
export interface SourceDescription {
  readonly code: string;
  readonly hasOwnNumbering: boolean;
  /** The kinds of file for which it has a mapping. */
  readonly mapped: readonly FileKind[];
}

export interface SourceFault {
  readonly code: 'UNKNOWN_SOURCE' | 'SOURCE_CODE';
  readonly message: string;
}

const SOURCE_CODE = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Registers source systems: how their columns and values become ours, and whether they number by themselves. */
@Injectable()
export class SourcesService {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly sources: SourceStore,
  ) {}

  /**
   * Registers a source, or changes what is given and leaves the rest.
   *
   * @param mappingFiles contents of mapping files, at most one for each kind of file.
   * @param hasOwnNumbering null leaves what was registered; a new source has none.
   */
  async save(
    organisationCode: string,
    code: string,
    mappingFiles: readonly string[],
    hasOwnNumbering: boolean | null,
  ): Promise<Result<SourceDescription, SourceFault | MappingFileFault | UnknownOrganisationFault>> {
    const organisation = await this.organisations.findOrganisation(organisationCode);
    if (organisation === null) return failure(unknownOrganisation(organisationCode));
    if (!SOURCE_CODE.test(code)) return failure({ code: 'SOURCE_CODE', message: 'The code of a source must be lower-case letters, digits and hyphens, at most 63. Nothing was changed.' });
    const teamIds = await this.organisations.findTeamIds(organisation.organisationId);
    const mappings: Partial<Record<FileKind, StoredMapping>> = {};
    for (const text of mappingFiles) {
      const parsed = parseMappingFile(text, new Set(teamIds.keys()));
      if (!parsed.ok) return parsed;
      mappings[parsed.value.file] = parsed.value.mapping;
    }
    await this.sources.save(organisation.organisationId, code, { hasOwnNumbering, mappings });
    const stored = await this.sources.findSource(organisation.organisationId, code);
    if (stored === null) throw new Error('the source was not stored');
    return success(describeSource(stored));
  }

  /** Every source of an organisation, by code. */
  async list(organisationCode: string): Promise<Result<readonly SourceDescription[], UnknownOrganisationFault>> {
    const organisation = await this.organisations.findOrganisation(organisationCode);
    if (organisation === null) return failure(unknownOrganisation(organisationCode));
    return success((await this.sources.findSources(organisation.organisationId)).map(describeSource));
  }

  /** With what to read the files of a source; null is a source nobody registered, which delivers under our own names. */
  async settingsOf(organisationCode: string, code: string | null): Promise<Result<SourceSettings, SourceFault | UnknownOrganisationFault>> {
    const organisation = await this.organisations.findOrganisation(organisationCode);
    if (organisation === null) return failure(unknownOrganisation(organisationCode));
    if (code === null) return success(UNREGISTERED_SOURCE);
    const stored = await this.sources.findSource(organisation.organisationId, code);
    if (stored === null) return failure({ code: 'UNKNOWN_SOURCE', message: `There is no source with code "${code.slice(0, 63)}". Register it first: rolvast sources save. Nothing was imported.` });
    const mapped = FILE_KINDS.flatMap((kind) => {
      const mapping = stored.mappings[kind];
      return mapping === null ? [] : [[kind, toSourceMapping(mapping)] as const];
    });
    return success({ hasOwnNumbering: stored.hasOwnNumbering, mappings: Object.fromEntries(mapped) });
  }
}

function describeSource({ code, hasOwnNumbering, mappings }: StoredSource): SourceDescription {
  return { code, hasOwnNumbering, mapped: FILE_KINDS.filter((kind) => mappings[kind] !== null) };
}
