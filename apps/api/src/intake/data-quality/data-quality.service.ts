import { Injectable } from '@nestjs/common';
import { addDays, addMonths, BLOCK_FLOOR, dateInAmsterdam, failure, firstDayOf, lastDueMonth, success, type Month, type Result } from '@rolvast/domain';
import { Clock } from '../../platform/clock/clock.js';
import { OrganisationStore } from '../organisation/organisation.store.js';
import { unknownOrganisation, type UnknownOrganisationFault } from '../organisation/unknown-organisation.js';
import { DataQualityReadModel, type FileQuality, type TimelinessRow, type UnitDelivery } from './data-quality.read-model.js';

/** How long recording takes in the organisation as a whole, in days; withheld where too few stand behind it. */
export type Timeliness = { readonly kind: 'shown'; readonly medianDays: number; readonly ninetiethDays: number } | { readonly kind: 'withheld' } | { readonly kind: 'absent' };

/** What an administrator may know about the recording of an organisation. */
export interface DataQuality {
  readonly organisation: string;
  /** The last month for which something should have come in. */
  readonly lastDueMonth: Month;
  readonly timeliness: Timeliness;
  readonly units: readonly UnitDelivery[];
  /** The latest files and what was wrong with their rows, newest first. */
  readonly files: readonly FileQuality[];
}

/** Half a year of reflections, of which the youngest have had a month to come in: younger ones would all be quick. */
const TIMELINESS_DAYS = 183;
const RIPENING_DAYS = 31;
const FILES = 20;

/** Answers whether recording is timely and complete, without a figure about any unit. */
@Injectable()
export class DataQualityService {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly readModel: DataQualityReadModel,
    private readonly clock: Clock,
  ) {}

  async describe(organisationCode: string): Promise<Result<DataQuality, UnknownOrganisationFault>> {
    const organisation = await this.organisations.findOrganisation(organisationCode);
    if (organisation === null) return failure(unknownOrganisation(organisationCode));
    const { organisationId } = organisation;
    const today = dateInAmsterdam(this.clock.now());
    const due = lastDueMonth(this.clock.now());
    const row = await this.readModel.getTimeliness(organisationId, addDays(today, -TIMELINESS_DAYS), addDays(today, -RIPENING_DAYS));
    const units = await this.readModel.findUnitDeliveries(organisationId, firstDayOf(addMonths(due, -1)), firstDayOf(due), firstDayOf(addMonths(due, 1)));
    const files = await this.readModel.findFiles(organisationId, FILES);
    return success({ organisation: organisation.code, lastDueMonth: due, timeliness: timelinessOf(row), units, files });
  }
}

function timelinessOf({ reflections, contributors, medianDays, ninetiethDays }: TimelinessRow): Timeliness {
  if (medianDays === null || ninetiethDays === null) return { kind: 'absent' };
  if (reflections < BLOCK_FLOOR.reflections || contributors < BLOCK_FLOOR.professionals) return { kind: 'withheld' };
  return { kind: 'shown', medianDays, ninetiethDays };
}
