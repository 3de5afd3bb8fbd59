import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { addMonths, failure, lastDueMonth, monthInAmsterdam, monthsInRange, parseMonth, success, type Catalogue, type Month, type PitfallCatalogue, type Result } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { PublishDirectoryService } from '../directory/publish-directory.service.js';
import { BLOCK_CATALOGUE, BLOCK_PITFALLS } from '../ledger/catalogue.token.js';
import { holdPublication, holdReflections } from '../ledger/hold-publication.js';
import { RoundingSecret, ROUNDING_KEY } from '../ledger/rounding-secret.js';
import { ReleaseService, type ReleaseOutcome } from '../release/release.service.js';
import { CloseReportBuilder, type CloseReport } from './close-report.js';
import { closeMonth } from './close-month.js';
import * as sql from './close-month.sql.js';
import { findClosingUnits, findFirstOpenMonth } from './closing-unit.js';
import { findPolicyInForce } from './floor-in-force.js';

export interface CloseFault {
  readonly code: 'UNKNOWN_ORGANISATION' | 'MONTH_NOT_OVER';
  readonly message: string;
}

/** Told how far a close is. */
export interface CloseProgress {
  /** After a month was stored. */
  readonly onMonth?: (month: Month) => void;
  /** While the release is audited. */
  readonly onAudit?: (done: number, of: number) => void;
}

/** Closes months in order and releases them; whatever was closed before stays as it was. */
@Injectable()
export class CloseMonthsService {
  constructor(
    @InjectDataSource('publisher') private readonly source: DataSource,
    private readonly directory: PublishDirectoryService,
    private readonly releases: ReleaseService,
    private readonly clock: Clock,
    @Inject(BLOCK_CATALOGUE) private readonly catalogue: Catalogue,
    @Inject(BLOCK_PITFALLS) private readonly pitfalls: PitfallCatalogue,
    @Inject(ROUNDING_KEY) private readonly roundingKey: Buffer,
  ) {}

  /**
   * Each month is one transaction, so a close that is interrupted goes on where it stopped. Then everything that was closed and
   * not released goes out in one release, unless its audit finds something.
   *
   * @param through last month to close; by default the last month whose closing day has passed, but never beyond
   * the last month for which something was delivered: closing an undelivered month would push it into the next.
   */
  async close(organisationCode: string, through: Month | null, { onMonth, onAudit }: CloseProgress = {}): Promise<Result<CloseReport, CloseFault>> {
    const today = this.clock.now();
    if (through !== null && through >= monthInAmsterdam(today)) return failure(monthNotOver(through));
    const organisationId = await this.findOrganisationId(organisationCode);
    if (organisationId === null) return failure(unknownOrganisation(organisationCode));
    await this.directory.publish(organisationCode);
    const [delivered] = await this.source.query<{ first: string | null; last: string | null }[]>(sql.FIND_DELIVERED_MONTHS, [organisationId]);
    const first = delivered?.first ? parseMonth(delivered.first) : null;
    const last = delivered?.last ? parseMonth(delivered.last) : null;
    const report = new CloseReportBuilder(organisationCode);
    if (first === null || last === null) return success(report.build(null, { outcome: 'nothing-new' }));
    const { closingDay } = await findPolicyInForce(this.source.manager, organisationId);
    const due = lastDueMonth(today, closingDay);
    const until = through ?? (last < due ? last : due);
    const secret = new RoundingSecret(this.roundingKey, organisationCode);
    for (const month of monthsInRange(await findFirstOpenMonth(this.source.manager, organisationId, first), addMonths(until, 1))) {
      await this.closeOne(organisationId, month, first, secret, report);
      onMonth?.(month);
    }
    const released: ReleaseOutcome = await this.releases.release(organisationId, onAudit);
    return success(report.build(await this.lastClosedMonth(organisationId), released));
  }

  private closeOne(organisationId: number, closing: Month, delivered: Month, secret: RoundingSecret, report: CloseReportBuilder): Promise<void> {
    return this.source.transaction(async (manager) => {
      await holdPublication(manager, organisationId);
      await holdReflections(manager, organisationId);
      report.beginMonth(closing);
      const units = await findClosingUnits(manager, organisationId, closing, delivered);
      // Another close was first.
      if (units.length === 0) return;
      const policy = await findPolicyInForce(manager, organisationId);
      const { catalogue, pitfalls } = this;
      const decided = await closeMonth(manager, units, { organisationId, closing, catalogue, pitfalls, secret, policy, floor: policy.floor });
      for (const [unit, verdict] of decided) report.add(unit.code, verdict);
    });
  }

  private async lastClosedMonth(organisationId: number): Promise<Month | null> {
    const [row] = await this.source.query<{ month: string | null }[]>('SELECT max(closed_through) AS month FROM publish.unit_close WHERE organisation_id = $1', [organisationId]);
    return row?.month ? parseMonth(row.month) : null;
  }

  private async findOrganisationId(code: string): Promise<number | null> {
    const [row] = await this.source.query<{ id: number }[]>('SELECT organisation_id AS id FROM intake.organisation WHERE code = $1', [code]);
    return row?.id ?? null;
  }
}

function monthNotOver(month: Month): CloseFault {
  return { code: 'MONTH_NOT_OVER', message: `${month} is not over yet. Close a month that has ended. Nothing was closed.` };
}

function unknownOrganisation(code: string): CloseFault {
  return {
    code: 'UNKNOWN_ORGANISATION',
    message: `There is no organisation with code "${code.slice(0, 63)}". Load it first: rolvast organisation load FILE. Nothing was closed.`,
  };
}
