import type { LocalDate } from '../period/local-date.js';

/** The three kinds of support, in the order of the domain: werkbegeleiding, supervisie, intervisie. */
export const SUPPORT_KINDS = ['work_guidance', 'supervision', 'intervision'] as const;

export type SupportKind = (typeof SUPPORT_KINDS)[number];

/** A planned session of support for a team. Who took part is not known here. */
export interface SupportSession {
  readonly kind: SupportKind;
  readonly plannedOn: LocalDate;
  readonly status: 'planned' | 'held' | 'cancelled_by_us' | 'cancelled_by_team';
}
