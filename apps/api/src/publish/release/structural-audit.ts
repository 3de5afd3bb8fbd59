import { Inject, Injectable } from '@nestjs/common';
import type { Catalogue, PitfallCatalogue } from '@rolvast/domain';
import { BLOCK_CATALOGUE, BLOCK_PITFALLS } from '../ledger/catalogue.token.js';
import type { Place } from '../ledger/place.js';
import { placePlan } from '../ledger/place-plan.js';
import { findPostedByUnits } from '../ledger/posted-by-units.js';
import { findUnreleasedPlaces, readAuditedPlaces } from './audited-place.js';
import { ReleaseAudit, type AuditTask, type AuditVerdict } from './release-audit.js';
import { findBrokenRules } from './structural-rules.js';

const KINDS: readonly Place['kind'][] = ['unit', 'region', 'organisation'];
const PLACES_AT_ONCE = 25;

/** Works every rule of the scheme out again from snapshots and figures: floors, caps, windows, partitions, sums of breakdowns. */
@Injectable()
export class StructuralAudit extends ReleaseAudit {
  constructor(
    @Inject(BLOCK_CATALOGUE) private readonly catalogue: Catalogue,
    @Inject(BLOCK_PITFALLS) private readonly pitfalls: PitfallCatalogue,
  ) {
    super();
  }

  async audit({ manager, organisationId, onProgress }: AuditTask): Promise<AuditVerdict> {
    const faults: string[] = [];
    let [units, targets] = [0, 0];
    for (const kind of KINDS) {
      const plan = placePlan(this.catalogue, this.pitfalls, kind);
      const unreleased = await findUnreleasedPlaces(manager, organisationId, kind);
      if (kind === 'unit') units = unreleased.length;
      for (let start = 0; start < unreleased.length; start += PLACES_AT_ONCE) {
        const some = unreleased.slice(start, start + PLACES_AT_ONCE);
        const ofUnits = kind === 'unit' ? [] : await findPostedByUnits(manager, organisationId, kind, some.map(({ id }) => id), plan, this.catalogue);
        for (const place of await readAuditedPlaces(manager, organisationId, kind, some, ofUnits)) {
          const found = findBrokenRules(place, plan, this.catalogue);
          targets += found.tried;
          faults.push(...found.faults);
        }
        onProgress(start + some.length, unreleased.length);
      }
    }
    const figures = { method: 'structural', units, targets, disclosures: faults.length, unfinished: 0 };
    const [first, ...others] = faults;
    return first === undefined ? { outcome: 'passed', figures } : { outcome: 'held-back', figures, reasons: [first, ...others] };
  }
}
