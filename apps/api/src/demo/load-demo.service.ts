import { Injectable } from '@nestjs/common';
import { lastDueMonth, type Result } from '@rolvast/domain';
import { ImportFilesService } from '../intake/import-files/import-files.service.js';
import { LoadOrganisationService } from '../intake/organisation/load-organisation.service.js';
import { OrganisationStore } from '../intake/organisation/organisation.store.js';
import { Clock } from '../platform/clock/clock.js';
import { CloseMonthsService } from '../publish/close-month/close-months.service.js';
import { DEMO_CODE, demoOrganisationFile } from './demo-organisation.js';
import { demoReflectionLines } from './demo-reflections.js';

const SEED = 20_260_701;

/** Fills an empty database with a made-up organisation, through the same doors as a real one. */
@Injectable()
export class LoadDemoService {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly loadOrganisation: LoadOrganisationService,
    private readonly importFiles: ImportFilesService,
    private readonly closeMonths: CloseMonthsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Loads the demonstration when there is no organisation yet, and finishes a load that was interrupted.
   * A database with organisations of its own is left alone.
   */
  async ensure(onProgress: (line: string) => void): Promise<void> {
    const stored = await this.organisations.findOrganisation(DEMO_CODE);
    const isEmpty = stored === null && (await this.organisations.countOrganisations()) === 0;
    if (stored === null && !isEmpty) return;
    if (isEmpty || !(await this.organisations.hasReflections(DEMO_CODE))) {
      onProgress('Loading the demo organisation');
      await this.fill();
    }
    let announced = false;
    const closed = await this.closeMonths.close(DEMO_CODE, null, {
      onMonth: (month) => {
        if (!announced) onProgress(`Closing the months of the demo organisation, from ${month} on`);
        announced = true;
      },
    });
    valueOf(closed);
  }

  private async fill(): Promise<void> {
    const last = lastDueMonth(this.clock.now());
    valueOf(await this.loadOrganisation.load(demoOrganisationFile(last)));
    const terms = { organisationCode: DEMO_CODE, wayIn: 'command', tokenId: null, isStrict: true } as const;
    valueOf(await this.importFiles.importNow(terms, asBytes(demoReflectionLines(SEED, last)), { source: null, kind: 'reflections' }));
  }
}

async function* asBytes(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const line of lines) yield Buffer.from(line);
}

/** The demonstration is our own input: a refusal of it is a bug. */
function valueOf<Value>(result: Result<Value, { readonly message: string }>): Value {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}
