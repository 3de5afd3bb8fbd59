import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CATALOGUE, postingPlan } from '@rolvast/domain';
import { findMissingReadiness, PUBLISHES_TO_READERS } from '../policy/release-readiness.js';
import { ReleaseAudit, type AuditTask, type AuditVerdict } from '../release/release-audit.js';
import { StructuralAudit } from '../release/structural-audit.js';
import type { DisclosureKind } from './attack.js';
import { findPostedUnits, readAuditedUnit, type PostedUnit } from './audited-unit.js';
import { linkedFamilies, somePairs } from './families.js';
import { attackHours } from './hours-attack.js';
import { attackedUnit, attackUnit } from './unit-attack.js';

/** How long a release is attacked before it goes out. */
export const ATTACK_SECONDS = Symbol('attack seconds');
/** The known residue, which the works council consented to. */
const RESIDUE: DisclosureKind = 'residue: insider, no other';
/** Of all pairs of questions a unit tries one in so many; another one at the next close. */
const SHARE_OF_PAIRS = 90;
const PLAN = postingPlan(CATALOGUE, 'team');

/** What the attack on some units tried and found. */
interface Attacked {
  readonly units: number;
  readonly of: number;
  readonly targets: number;
  readonly found: readonly string[];
}

/**
 * Attacks what a release holds with linear programmes on the real contributions, unit by unit, for as long as there is time; every
 * place, also those not reached, is checked by the rules. In production it lets nothing go before consent is recorded.
 */
@Injectable()
export class AttackAudit extends ReleaseAudit {
  constructor(
    private readonly rules: StructuralAudit,
    @Inject(ATTACK_SECONDS) private readonly seconds: number,
    @Inject(PUBLISHES_TO_READERS) private readonly isToReaders: boolean,
  ) {
    super();
  }

  async audit(task: AuditTask): Promise<AuditVerdict> {
    const ruled = await this.rules.audit(task);
    const missing = await findMissingReadiness(task.manager, task.organisationId, this.isToReaders);
    const attacked = await this.attack(task, this.seconds, { isNewOnly: true });
    const broken = ruled.outcome === 'held-back' ? ruled.reasons : [];
    const figures = {
      method: `linear programmes on ${attacked.units} of ${attacked.of} units, the others by the rules`,
      units: attacked.of,
      targets: ruled.figures.targets + attacked.targets,
      disclosures: broken.length + attacked.found.length,
      unfinished: attacked.of - attacked.units,
    };
    const [first, ...others] = [...(missing === null ? [] : [missing]), ...broken, ...attacked.found];
    return first === undefined ? { outcome: 'passed', figures } : { outcome: 'held-back', figures, reasons: [first, ...others] };
  }

  /** Attacks units for some seconds; a unit counts as attacked when all that is linked in it was tried. */
  async attack(task: AuditTask, seconds: number, { isNewOnly }: { readonly isNewOnly: boolean }): Promise<Attacked> {
    const until = performance.now() + seconds * 1_000;
    const posted = (await findPostedUnits(task.manager, task.organisationId)).filter(({ isNew }) => isNew || !isNewOnly);
    const found: string[] = [];
    let [units, targets] = [0, 0];
    for (const unit of posted) {
      if (performance.now() >= until) break;
      const report = await this.attackOne(task, unit, until);
      targets += report.targets;
      found.push(...report.found);
      if (report.isWhole) units += 1;
      task.onProgress(units, posted.length);
    }
    return { units, of: posted.length, targets, found };
  }

  private async attackOne({ manager, organisationId }: AuditTask, unit: PostedUnit, until: number): Promise<{ readonly targets: number; readonly found: readonly string[]; readonly isWhole: boolean }> {
    const published = await readAuditedUnit(manager, organisationId, unit, PLAN);
    const attacked = attackedUnit(published);
    const turn = unit.id + unit.last;
    const found = attackHours(published).map(({ kind, holder }) => `unit ${unit.id}: hours, ${kind}${holder === null ? '' : ` (${holder})`}`);
    let targets = 0;
    for (const family of [...linkedFamilies(turn), ...somePairs(turn, SHARE_OF_PAIRS)]) {
      if (performance.now() >= until) return { targets, found, isWhole: false };
      const report = attackUnit(attacked, { families: [family], modes: ['guessing', 'knowing'], addsUpBlocks: false });
      targets += report.targets;
      for (const { kind, set, outcome } of report.disclosures) if (kind !== RESIDUE) found.push(`unit ${unit.id}: ${kind}, ${outcome} in ${set}`);
      // A server goes on answering readers meanwhile.
      await setImmediate();
    }
    return { targets, found, isWhole: true };
  }
}
