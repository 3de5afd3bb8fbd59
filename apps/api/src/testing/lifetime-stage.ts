import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CATALOGUE, PITFALLS, type Month } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import { ImportFilesService } from '../intake/import-files/import-files.service.js';
import { ImportJobStore } from '../intake/import-jobs/import-job.store.js';
import { MergeDeliveryService } from '../intake/import-jobs/merge-delivery.service.js';
import { ImportReflectionsService } from '../intake/import-reflections/import-reflections.service.js';
import type { ImportReport } from '../intake/import-reflections/import-report.js';
import { LoadOrganisationService } from '../intake/organisation/load-organisation.service.js';
import { OrganisationStore } from '../intake/organisation/organisation.store.js';
import { createKeyFile, readKey, type MasterKey } from '../intake/pseudonymise/key-file.js';
import { ReflectionStore } from '../intake/reflection-store/reflection.store.js';
import { AlertOutbox } from '../intake/outbox/alert-outbox.js';
import { SourceStore } from '../intake/sources/source.store.js';
import { SourcesService } from '../intake/sources/sources.service.js';
import { ImportSupportSessionsService } from '../intake/support-sessions/import-support-sessions.service.js';
import { SupportSessionStore } from '../intake/support-sessions/support-session.store.js';
import { EraseService } from '../lifetime/erase.service.js';
import { RetentionService } from '../lifetime/retention.service.js';
import { RotateKeysService } from '../lifetime/rotate-keys.service.js';
import { FixedClock } from '../platform/clock/clock.js';
import { CloseMonthsService } from '../publish/close-month/close-months.service.js';
import { PublishDirectoryService } from '../publish/directory/publish-directory.service.js';
import { ReleaseService } from '../publish/release/release.service.js';
import { StructuralAudit } from '../publish/release/structural-audit.js';
import { ownTerms } from './import-path.js';
import { reflectionsText, writeReflections, writeText, type Cells } from './reflection-rows.js';
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
  async importRows(day: string, organisation: string, rows: readonly Cells[], key?: MasterKey, { isDryRun = false, isStrict = false } = {}): ReturnType<ImportFilesService['importNow']> {
    const files = this.filesService(day, key ?? (await this.key()));
    return files.importNow({ ...ownTerms(organisation), isStrict }, await writeReflections(rows), { source: null, kind: 'reflections' }, isDryRun);
  }

  /** Receives rows as an upload: they wait to be merged. @param between what happens while they come in. */
  async receiveRows(day: string, organisation: string, rows: readonly Cells[], between: () => Promise<unknown> = () => Promise.resolve()): ReturnType<ImportFilesService['receive']> {
    const text = Buffer.from(reflectionsText(rows));
    // Beyond the header, after which the organisation is looked up, and before the end.
    const middle = text.length - 10;
    const bytes = async function* (): AsyncGenerator<Uint8Array> {
      yield text.subarray(0, middle);
      await between();
      yield text.subarray(middle);
    };
    return this.filesService(day, await this.key()).receive(ownTerms(organisation), bytes(), { source: null, kind: 'reflections' });
  }

  /** Merges what waits, as a running server does. */
  finishOpen(): Promise<void> {
    return new MergeDeliveryService(this.writer, new ImportJobStore(this.writer), new ReflectionStore(), new AlertOutbox(), clockOn('2026-06-01')).finishOpen(null);
  }

  async importSessions(day: string, organisation: string, text: string): Promise<ImportReport> {
    const imported = await this.filesService(day, await this.key()).importNow(ownTerms(organisation), await writeText(text), { source: null, kind: 'support-sessions' });
    if (!imported.ok) throw new Error(imported.fault.message);
    return imported.value;
  }

  private filesService(day: string, key: MasterKey): ImportFilesService {
    const [organisations, jobs, clock] = [new OrganisationStore(this.writer), new ImportJobStore(this.writer), clockOn(day)];
    return new ImportFilesService(
      new SourcesService(organisations, new SourceStore(this.writer)),
      new ImportReflectionsService(this.writer, organisations, new ReflectionStore(), jobs, new AlertOutbox(), clock, key, PITFALLS),
      new ImportSupportSessionsService(this.writer, organisations, new SupportSessionStore(), jobs, clock, key),
    );
  }

  /** @param through last month to close; by default the last that is due and delivered. */
  async closeMonths(day: string, organisation: string, through: Month | null = null): Promise<void> {
    const clock = clockOn(day);
    const releases = new ReleaseService(this.publisher, clock, new StructuralAudit(CATALOGUE, PITFALLS), CATALOGUE, PITFALLS);
    const service = new CloseMonthsService(this.publisher, new PublishDirectoryService(this.publisher), releases, clock, CATALOGUE, PITFALLS, (await this.key()).bytes);
    const closed = await service.close(organisation, through);
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
