import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { CATALOGUE } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import { ImportReflectionsService } from '../intake/import-reflections/import-reflections.service.js';
import type { ImportReport } from '../intake/import-reflections/import-report.js';
import { LoadOrganisationService } from '../intake/organisation/load-organisation.service.js';
import { OrganisationStore } from '../intake/organisation/organisation.store.js';
import { createKeyFile, readKey, type MasterKey } from '../intake/pseudonymise/key-file.js';
import { ReflectionStore } from '../intake/reflection-store/reflection.store.js';
import { openSourceFile } from '../intake/source-file/source-file.js';
import { UNREGISTERED_SOURCE } from '../intake/source-file/source-settings.js';
import { ImportSupportSessionsService } from '../intake/support-sessions/import-support-sessions.service.js';
import { SupportSessionStore } from '../intake/support-sessions/support-session.store.js';
import { EraseService } from '../lifetime/erase.service.js';
import { RetentionService } from '../lifetime/retention.service.js';
import { RotateKeysService } from '../lifetime/rotate-keys.service.js';
import { FixedClock } from '../platform/clock/clock.js';
import { CloseMonthsService } from '../publish/close-month/close-months.service.js';
import { PublishDirectoryService } from '../publish/directory/publish-directory.service.js';
import { writeReflections, writeText, type Cells } from './reflection-rows.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** A database with a key file of its own, on which days can pass, keys rotate and processes start again. */
export class LifetimeStage {
  private constructor(
    readonly database: TestDatabase,
    readonly keyPath: string,
    private readonly writer: DataSource,
    private readonly publisher: DataSource,
    private readonly custodian: DataSource,
  ) {}

  static async create(): Promise<LifetimeStage> {
    const database = await createTestDatabase();
    const keyPath = join(await mkdtemp(join(tmpdir(), 'rolvast-key-')), 'pseudonym-key');
    const made = await createKeyFile(keyPath);
    if (!made.ok) throw new Error(made.fault.message);
    const { roles } = database.address;
    const open = (url: string) => new DataSource({ type: 'postgres', url }).initialize();
    return new LifetimeStage(database, keyPath, await open(roles['intake-writer']), await open(roles.publisher), await open(roles.custodian));
  }

  async close(): Promise<void> {
    for (const source of [this.writer, this.publisher, this.custodian]) await source.destroy();
    await this.database.drop();
  }

  /** The key as a process finds it that starts now. */
  async key(): Promise<MasterKey> {
    const read = await readKey({ kind: 'file', path: this.keyPath }, false);
    if (!read.ok) throw new Error(read.fault.message);
    return read.value;
  }

  async load(day: string, organisationFile: string): Promise<void> {
    const loaded = await new LoadOrganisationService(new OrganisationStore(this.writer), clockOn(day), await this.key()).load(organisationFile);
    if (!loaded.ok) throw new Error(loaded.fault.message);
  }

  /** @param key of the process that imports; by default one that starts now. */
  async importRows(day: string, organisation: string, rows: readonly Cells[], key?: MasterKey): ReturnType<ImportReflectionsService['importFile']> {
    const service = new ImportReflectionsService(new OrganisationStore(this.writer), new ReflectionStore(this.writer), clockOn(day), key ?? (await this.key()));
    return service.importFile(await writeReflections(rows), organisation);
  }

  /** Merges no rows at all with the keys of a fingerprint, as an import does that was begun with them. */
  async mergeNothing(fingerprint: Buffer): Promise<void> {
    const [organisation] = await this.writer.query<{ id: number }[]>('SELECT min(organisation_id) AS id FROM intake.organisation');
    await new ReflectionStore(this.writer).merge(organisation?.id ?? 0, fingerprint, Readable.from([]));
  }

  async importSessions(day: string, organisation: string, text: string): Promise<ImportReport> {
    const file = await openSourceFile(await writeText(text), UNREGISTERED_SOURCE, 'support-sessions');
    if (!file.ok) throw new Error(file.fault.message);
    const service = new ImportSupportSessionsService(new OrganisationStore(this.writer), new SupportSessionStore(this.writer), clockOn(day), await this.key());
    const imported = await service.importOpened(file.value, organisation);
    if (!imported.ok) throw new Error(imported.fault.message);
    return imported.value;
  }

  async closeMonths(day: string, organisation: string): Promise<void> {
    const service = new CloseMonthsService(this.publisher, new PublishDirectoryService(this.publisher), clockOn(day), CATALOGUE);
    const closed = await service.close(organisation, null);
    if (!closed.ok) throw new Error(closed.fault.message);
  }

  async rotation(): Promise<RotateKeysService> {
    return new RotateKeysService(this.custodian, await this.key());
  }

  retention(day: string): RetentionService {
    return new RetentionService(this.custodian, clockOn(day));
  }

  async erasure(): Promise<EraseService> {
    return new EraseService(this.custodian, await this.key());
  }
}

function clockOn(day: string): FixedClock {
  return new FixedClock(new Date(`${day}T12:00:00Z`));
}
