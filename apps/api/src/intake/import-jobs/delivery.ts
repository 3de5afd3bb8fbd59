import { failure, success, type Result } from '@rolvast/domain';
import { RefusedAsStrict } from '../import-reflections/delivery-rows.js';
import { organisationChanged, rowsRefused, type ImportFault } from '../import-reflections/import-fault.js';
import { reportOfNothing, type Received } from '../import-reflections/import-report.js';
import { OrganisationChanged } from '../organisation/hold-organisation.js';
import { keyMismatch } from '../organisation/load-organisation.service.js';
import type { OrganisationStore, StoredOrganisation } from '../organisation/organisation.store.js';
import { unknownOrganisation } from '../organisation/unknown-organisation.js';
import type { MasterKey } from '../pseudonymise/key-file.js';
import { Pseudonymiser } from '../pseudonymise/pseudonymiser.js';
import { FileRefused } from '../source-file/file-fault.js';
import type { WayIn } from './import-job.store.js';

/** Who delivers, and how it is to be taken; whatever is delivered. */
export interface DeliveryTerms {
  readonly organisationCode: string;
  readonly wayIn: WayIn;
  /** The importer token that delivers; null on this machine. */
  readonly tokenId: string | null;
  /** Whether one bad row refuses all of it. */
  readonly isStrict: boolean;
}

/** A delivery that is stored and will be merged, or is merged already. */
export interface ReceivedDelivery {
  readonly jobId: string;
  readonly state: 'waiting' | 'done';
  readonly received: Received;
}

/** Thrown to end the transaction of a delivery that turned out not to be acceptable. */
export class DeliveryRefused extends Error {
  constructor(readonly fault: ImportFault) {
    super(fault.message);
  }
}

/** What every delivery of an organisation needs. */
export interface OpenedOrganisation {
  readonly organisation: StoredOrganisation;
  readonly pseudonymiser: Pseudonymiser;
  readonly teamIds: ReadonlyMap<string, number>;
}

/** Looks up an organisation and makes sure of its key. @throws DeliveryRefused */
export async function openOrganisation(store: OrganisationStore, masterKey: MasterKey, code: string): Promise<OpenedOrganisation> {
  const organisation = await store.findOrganisation(code);
  if (organisation === null) throw new DeliveryRefused(unknownOrganisation(code));
  const pseudonymiser = Pseudonymiser.of(masterKey, organisation.code, organisation.keyFingerprint);
  if (pseudonymiser === null) throw new DeliveryRefused(keyMismatch(organisation.code, masterKey.path));
  return { organisation, pseudonymiser, teamIds: await store.findTeamIds(organisation.organisationId) };
}

/** What was thrown to refuse a delivery, as a fault; anything else is thrown on. */
export async function refusalsAsFaults<Value>(work: () => Promise<Value>): Promise<Result<Value, ImportFault>> {
  try {
    return success(await work());
  } catch (error) {
    if (error instanceof FileRefused || error instanceof DeliveryRefused) return failure(error.fault);
    if (error instanceof OrganisationChanged) return failure(organisationChanged());
    if (error instanceof RefusedAsStrict) return failure(rowsRefused(reportOfNothing(error.received)));
    throw error;
  }
}
