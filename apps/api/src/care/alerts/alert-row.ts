import { assertNever, type Alert, type AlertOutcome, type AlertState, type AlertStep, type CoarseRule, type TakenStep } from '@rolvast/domain';

/** An alert as it is stored. */
export interface AlertRow {
  readonly alertNumber: number;
  readonly code: string;
  readonly teamId: number;
  readonly state: AlertState;
  readonly standing: Alert['standing'];
  readonly isClosingProposed: boolean;
  readonly missing: CoarseRule['missing'];
  readonly ground: CoarseRule['ground'];
  readonly revision: number;
  readonly outcome: AlertOutcome | null;
  readonly raisedAt: Date;
  readonly version: number;
}

/** What to select of care.alert for an {@link AlertRow}. */
export const ALERT_COLUMNS = `alert_number AS "alertNumber", code, team_id AS "teamId", state, standing, is_closing_proposed AS "isClosingProposed", missing, ground,
  revision, outcome, raised_at AS "raisedAt", version`;

/** The alert that a row holds. @param last its last step, if any; a new one may not lie before it. */
export function toAlert(row: AlertRow, last: TakenStep | null): Alert {
  const facts = {
    raisedAt: row.raisedAt,
    rule: { missing: row.missing, ground: row.ground },
    standing: row.standing,
    revision: row.revision,
    history: last === null ? [] : [last],
  };
  const { state, isClosingProposed, outcome } = row;
  switch (state) {
    case 'open':
      return { ...facts, state, isClosingProposed };
    case 'acknowledged':
      return { ...facts, state, isClosingProposed };
    case 'followed-up':
      return { ...facts, state, isClosingProposed };
    case 'closed':
      if (outcome === null) throw new Error('a closed alert without an outcome');
      return { ...facts, state, outcome };
    default:
      return assertNever(state, 'state of an alert');
  }
}

/** The parts of a step that some steps have and others have not, as columns. */
export function stepColumns(step: AlertStep): { readonly outcome: string | null; readonly revision: number | null; readonly missing: readonly string[] | null; readonly ground: string | null } {
  return {
    outcome: step.step === 'close' ? step.outcome : null,
    revision: 'revision' in step ? step.revision : null,
    missing: step.step === 'meet-rule' ? step.rule.missing : null,
    ground: step.step === 'meet-rule' ? step.rule.ground : null,
  };
}
