import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ALERT_TRANSITIONS, raiseAlert, stepOfJudgement, takeStep, type Alert, type CoarseRule, type PersonStep } from '@rolvast/domain';
import fc from 'fast-check';
import { CareStage, careOrganisation } from '../../testing/care-stage.js';
import { alertingRow, seenRow, withdrawnRow } from '../../testing/child-rows.js';
import type { CareViewer } from '../desk/care-viewer.js';
import type { WantedStep } from './alert-step.service.js';

/*
 * Reflections are delivered in any order of revisions, taken in now or later, and worked on by several people at once, on a
 * real database. What is stored must be what the rules of the domain make of it, one thing after the other.
 */

const NOW = new Date('2026-09-07T10:00:00Z');
const RULE: CoarseRule = { missing: ['not_seen'], ground: 'concern' };
const REFLECTIONS = ['R0', 'R1', 'R2'] as const;
type Kind = 'meets' | 'seen' | 'withdrawn';
type Wanted = Pick<WantedStep, 'step' | 'reason' | 'outcome'>;

const ACKNOWLEDGE: Wanted = { step: 'acknowledge', reason: 'taken_up', outcome: null };
const STEPS: readonly Wanted[] = [
  ACKNOWLEDGE,
  { step: 'ask-work-guidance', reason: 'safety_unclear', outcome: null },
  { step: 'close', reason: 'established_by_team', outcome: 'child_seen' },
  { step: 'close', reason: 'closing_was_proposed', outcome: 'not_applicable' },
  { step: 'reopen', reason: 'new_information', outcome: null },
];

interface Put {
  readonly id: string;
  readonly revision: number;
  readonly kind: Kind;
}

/** What must be true: what intake stored and put out, and the alerts with their versions. */
class Model {
  readonly stored = new Map<string, number>();
  readonly linked = new Set<string>();
  readonly alerts = new Map<string, { alert: Alert; version: number }>();
  pending: Put[] = [];

  deliver(put: Put): void {
    if (put.revision <= (this.stored.get(put.id) ?? 0)) return;
    this.stored.set(put.id, put.revision);
    if (put.kind === 'meets') this.linked.add(put.id);
    if (this.linked.has(put.id)) this.pending.push(put);
  }

  consume(): void {
    for (const { id, revision, kind } of this.pending) {
      const known = this.alerts.get(id);
      if (known === undefined) this.alerts.set(id, { alert: raiseAlert({ rule: RULE, revision, at: NOW }), version: 1 });
      else this.apply(id, stepOfJudgement(revision, kind === 'withdrawn' ? kind : kind === 'meets' ? RULE : null, NOW));
    }
    this.pending = [];
  }

  /** @returns whether the rules let it happen. */
  apply(id: string, step: Parameters<typeof takeStep<Alert>>[1]): boolean {
    const known = this.alerts.get(id);
    const taken = known === undefined ? null : takeStep<Alert>(known.alert, step);
    if (known === undefined || taken?.ok !== true) return false;
    this.alerts.set(id, { alert: taken.value, version: known.version + 1 });
    return true;
  }
}

/** The product, with the codes of the alerts by reflection. */
class Real {
  readonly codes = new Map<string, string>();

  constructor(
    readonly stage: CareStage,
    readonly organisation: string,
    readonly quality: CareViewer,
  ) {}

  async learnCodes(): Promise<void> {
    const rows = await this.stage.ask<{ code: string; link: string }>(
      'SELECT alert.code, alert_link AS link FROM care.alert JOIN intake.organisation USING (organisation_id) WHERE organisation.code = $1 ORDER BY alert_number',
      [this.organisation],
    );
    for (const { code, link } of rows) {
      // Each reflection has another number of agencies, by which the test knows it again.
      const [row] = await this.stage.ask<{ marker: number }>('SELECT agencies_involved AS marker FROM intake.reflection WHERE alert_link = $1', [link]);
      const known = REFLECTIONS[row?.marker ?? -1];
      if (known !== undefined) this.codes.set(known, code);
    }
  }

  async step(id: string, wanted: Wanted, version: number): Promise<string> {
    const taken = await this.stage.steps.takeStep(this.quality, { ...wanted, code: this.codes.get(id) ?? '0000-0000-0000', version });
    return taken.ok ? 'ok' : taken.fault;
  }
}

function personStep({ step, reason, outcome }: Wanted): PersonStep {
  const base = { role: 'quality-staff', at: NOW } as const;
  if (step === 'acknowledge' && reason === 'taken_up') return { ...base, step, reason };
  if (step === 'ask-work-guidance' && reason === 'safety_unclear') return { ...base, step, reason };
  if (step === 'reopen' && reason === 'new_information') return { ...base, step, reason };
  if (step === 'close' && reason === 'established_by_team' && outcome === 'child_seen') return { ...base, step, reason, outcome };
  if (step === 'close' && reason === 'closing_was_proposed' && outcome === 'not_applicable') return { ...base, step, reason, outcome };
  throw new Error('a step the model does not know');
}

type Command = fc.AsyncCommand<Model, Real>;

/** Mostly a step that the state allows, so that lives go on; now and then any. */
function wantedStep(model: Readonly<Model>, id: string, choice: number): Wanted {
  const state = model.alerts.get(id)?.alert.state ?? 'open';
  const allowed = STEPS.filter(({ step }) => step in ALERT_TRANSITIONS[state]);
  const options = choice % 4 === 0 || allowed.length === 0 ? STEPS : allowed;
  return options[choice % options.length] ?? ACKNOWLEDGE;
}

class Deliver implements Command {
  constructor(readonly puts: readonly Put[]) {}
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    for (const put of this.puts) {
      const row = put.kind === 'meets' ? alertingRow(put.id, { revision: String(put.revision) }) : put.kind === 'seen' ? seenRow(put.id, put.revision) : withdrawnRow(put.id, put.revision);
      // A withdrawn row keeps nothing, so its marker is lost; codes are learnt before.
      await real.stage.door.importRows('2026-09-07', real.organisation, [{ ...row, agencies_involved: String(REFLECTIONS.findIndex((id) => id === put.id)) }]);
      await real.learnCodes();
      model.deliver(put);
    }
  }
  toString = () => `Deliver(${this.puts.map(({ id, revision, kind }) => `${id} ${revision} ${kind}`).join(', ')})`;
}

class Consume implements Command {
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    await real.stage.outbox.consumeAll();
    model.consume();
    await real.learnCodes();
  }
  toString = () => 'Consume';
}

class StepTwice implements Command {
  constructor(readonly id: string, readonly choice: number, readonly isStale: boolean) {}
  check = (model: Readonly<Model>) => model.alerts.has(this.id);
  async run(model: Model, real: Real): Promise<void> {
    const wanted = wantedStep(model, this.id, this.choice);
    const version = (model.alerts.get(this.id)?.version ?? 0) - (this.isStale ? 1 : 0);
    const both = await Promise.all([real.step(this.id, wanted, version), real.step(this.id, wanted, version)]);
    if (this.isStale) expect(both).toEqual(['CHANGED_MEANWHILE', 'CHANGED_MEANWHILE']);
    else if (model.apply(this.id, personStep(wanted))) expect(both.sort()).toEqual(['CHANGED_MEANWHILE', 'ok']);
    else expect(both.filter((outcome) => outcome === 'ok')).toEqual([]);
  }
  toString = () => `StepTwice(${this.id} ${this.choice}${this.isStale ? ' stale' : ''})`;
}

class StepWhileConsuming implements Command {
  constructor(readonly id: string, readonly choice: number) {}
  check = (model: Readonly<Model>) => model.alerts.has(this.id);
  async run(model: Model, real: Real): Promise<void> {
    const wanted = wantedStep(model, this.id, this.choice);
    const version = model.alerts.get(this.id)?.version ?? 0;
    const [outcome] = await Promise.all([real.step(this.id, wanted, version), real.stage.outbox.consumeAll()]);
    // Whoever came first is told by the outcome: the other one stands on what the first left.
    if (outcome === 'ok') expect(model.apply(this.id, personStep(wanted))).toBe(true);
    model.consume();
    await real.learnCodes();
  }
  toString = () => `StepWhileConsuming(${this.id} ${this.choice})`;
}

const puts = fc.record({ id: fc.constantFrom(...REFLECTIONS), revision: fc.integer({ min: 1, max: 9 }), kind: fc.constantFrom<Kind>('meets', 'meets', 'seen', 'withdrawn') });
const id = fc.constantFrom(...REFLECTIONS);
const choice = fc.nat({ max: 60 });
const COMMANDS = [
  fc.array(puts, { minLength: 1, maxLength: 3 }).map((several) => new Deliver(several)),
  fc.constant(new Consume()),
  fc.tuple(id, choice, fc.constantFrom(false, false, true)).map(([of, step, isStale]) => new StepTwice(of, step, isStale)),
  fc.tuple(id, choice).map(([of, step]) => new StepWhileConsuming(of, step)),
];

let stage: CareStage;
let made = 0;
beforeAll(async () => {
  stage = await CareStage.create();
  stage.clock.moveTo(NOW.toISOString());
});
afterAll(() => stage.close());

async function stored(organisation: string): Promise<Map<string, object>> {
  const rows = await stage.ask<{ code: string; state: string; standing: string; isClosingProposed: boolean; outcome: string | null; revision: number; version: number; steps: string[] }>(
    `SELECT alert.code, state, standing, is_closing_proposed AS "isClosingProposed", alert.outcome, alert.revision, alert.version,
            array(SELECT step FROM care.alert_step step WHERE step.organisation_id = alert.organisation_id AND step.alert_number = alert.alert_number ORDER BY step.version) AS steps
       FROM care.alert JOIN intake.organisation USING (organisation_id) WHERE organisation.code = $1`,
    [organisation],
  );
  return new Map(rows.map(({ code, ...row }) => [code, row]));
}

describe('the life of alerts', () => {
  it('is what the rules make of it, whatever the order of revisions and however many work on it at once', async () => {
    let reached = 0;
    await fc.assert(
      fc.asyncProperty(fc.commands(COMMANDS, { maxCommands: 14, size: 'max' }), async (commands) => {
        made += 1;
        const organisation = `model-${made}`;
        await stage.door.load('2026-09-07', careOrganisation(organisation));
        const real = new Real(stage, organisation, await stage.viewer(organisation, 'quality-staff', ['team-a']));
        const model = new Model();
        await new Deliver(REFLECTIONS.map((reflection) => ({ id: reflection, revision: 1, kind: 'meets' }))).run(model, real);
        await new Consume().run(model, real);
        await fc.asyncModelRun(() => ({ model, real }), commands);
        await new Consume().run(model, real);
        const rows = await stored(organisation);
        expect(rows.size).toBe(model.alerts.size);
        for (const [reflection, { alert, version }] of model.alerts) {
          reached += alert.history.length;
          const { state, standing, revision, history } = alert;
          const open = alert.state === 'closed' ? { outcome: alert.outcome, isClosingProposed: false } : { outcome: null, isClosingProposed: alert.isClosingProposed };
          expect([reflection, rows.get(real.codes.get(reflection) ?? '')]).toEqual([reflection, { state, standing, revision, version, ...open, steps: history.map(({ step }) => step) }]);
        }
      }),
      { numRuns: 8 },
    );
    expect(reached).toBeGreaterThan(15);
  }, 240_000);
});
