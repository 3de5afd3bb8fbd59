import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { parseMonth, type Catalogue, type Month, type PitfallCatalogue } from '@rolvast/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { findPolicyInForce } from '../close-month/floor-in-force.js';
import { BLOCK_CATALOGUE, BLOCK_PITFALLS } from '../ledger/catalogue.token.js';
import { dropClosedSnapshots } from '../ledger/drop-closed-snapshots.js';
import { holdPublication, holdReflections } from '../ledger/hold-publication.js';
import { ReleaseAudit, type AuditTask } from './release-audit.js';
import { digestRows, releaseHash, SCHEME_VERSION, type ReleaseStamp } from './release-hash.js';
import * as sql from './release.sql.js';

/** What became of a release. Why one is held back is for the administrator only. */
export type ReleaseOutcome =
  | { readonly outcome: 'nothing-new' }
  | { readonly outcome: 'released'; readonly number: number }
  | { readonly outcome: 'held-back'; readonly reasons: readonly string[] };

interface Unreleased {
  readonly closedThrough: string | null;
  readonly isBehind: boolean | null;
}

/** Lets go out what was closed: once, numbered, and never changed afterwards. */
@Injectable()
export class ReleaseService {
  constructor(
    @InjectDataSource('publisher') private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly audit: ReleaseAudit,
    @Inject(BLOCK_CATALOGUE) private readonly catalogue: Catalogue,
    @Inject(BLOCK_PITFALLS) private readonly pitfalls: PitfallCatalogue,
  ) {}

  /** Audits everything that was closed and not released yet, and releases it in one transaction when nothing was found. */
  release(organisationId: number, onProgress: AuditTask['onProgress'] = () => undefined): Promise<ReleaseOutcome> {
    return this.source.transaction(async (manager) => {
      await holdPublication(manager, organisationId);
      const [unreleased] = await manager.query<Unreleased[]>(sql.FIND_UNRELEASED, [organisationId]);
      const closedThrough = unreleased?.closedThrough ? parseMonth(unreleased.closedThrough) : null;
      if (closedThrough === null || unreleased?.isBehind !== true) return { outcome: 'nothing-new' };
      const verdict = await this.audit.audit({ manager, organisationId, onProgress });
      if (verdict.outcome === 'held-back') {
        await manager.query(sql.INSERT_HELD_BACK, [organisationId, this.clock.now(), closedThrough, verdict.reasons]);
        return { outcome: 'held-back', reasons: verdict.reasons };
      }
      const number = await this.letGo(manager, organisationId, closedThrough, verdict.figures);
      return { outcome: 'released', number };
    });
  }

  private async letGo(manager: EntityManager, organisationId: number, closedThrough: Month, audit: ReleaseStamp['audit']): Promise<number> {
    const [last] = await manager.query<(ReleaseStamp & { readonly hash: Buffer })[]>(sql.FIND_LAST_RELEASE, [organisationId]);
    const { version } = await findPolicyInForce(manager, organisationId);
    const stamp = { number: 1 + (last?.number ?? 0), releasedAt: this.clock.now(), closedThrough, schemeVersion: SCHEME_VERSION, policyVersion: version, previousHash: last?.hash ?? null, audit };
    const hash = releaseHash(stamp, await digestRows(manager, organisationId, null));
    await manager.query(sql.INSERT_RELEASE, [organisationId, stamp.number, stamp.releasedAt, closedThrough, SCHEME_VERSION, version, stamp.previousHash, hash, JSON.stringify(audit)]);
    for (const table of sql.RELEASED_TABLE_NAMES) {
      await manager.query(sql.copyUnreleased(table), [organisationId, stamp.number]);
      await manager.query(sql.markReleased(table), [organisationId, stamp.number]);
    }
    await manager.query(sql.BRING_UNITS_UP_TO_DATE, [organisationId]);
    // From here on erasure and retention wait: they too decide about what a snapshot still leads to.
    await holdReflections(manager, organisationId);
    await dropClosedSnapshots(manager, organisationId, closedThrough, this.catalogue, this.pitfalls);
    return stamp.number;
  }
}
