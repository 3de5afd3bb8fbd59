import type { LocalDate } from '../period/local-date.js';
import type { Wording } from '../shared/wording.js';

/** The three kinds of support, in the order of the domain: werkbegeleiding, supervisie, intervisie. */
export const SUPPORT_KINDS = ['work_guidance', 'supervision', 'intervision'] as const;

export type SupportKind = (typeof SUPPORT_KINDS)[number];

/** Each kind in words. */
export const SUPPORT_KIND_WORDING: Readonly<Record<SupportKind, Wording>> = {
  work_guidance: { nl: 'werkbegeleiding', en: 'work guidance' },
  supervision: { nl: 'supervisie', en: 'supervision' },
  intervision: { nl: 'intervisie', en: 'intervision' },
};

/** A planned session of support for a team. Who took part is not known here. */
export interface SupportSession {
  readonly kind: SupportKind;
  readonly plannedOn: LocalDate;
  readonly status: 'planned' | 'held' | 'cancelled_by_us' | 'cancelled_by_team';
}
