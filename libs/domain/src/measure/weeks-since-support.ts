import { weeksBetween, type IsoWeek } from '../period/iso-week.js';
import { SUPPORT_KINDS, type SupportKind } from './support-session.js';

/** A session as far as its week: with few people more is not kept. */
export interface HeldSession {
  readonly kind: SupportKind;
  /** Null while it was not held. */
  readonly heldWeek: IsoWeek | null;
}

/** Whole weeks since each kind of support was last held; null when it never was. */
export type WeeksSinceSupport = Readonly<Record<SupportKind, number | null>>;

/**
 * The whole calendar weeks since each kind of support was last held: 0 in the week itself.
 *
 * Counted from week to week and not from day to day, since of a small session only the week is known.
 *
 * @param thisWeek the week of today; a session of a later week does not count yet.
 */
export function weeksSinceSupport(sessions: readonly HeldSession[], thisWeek: IsoWeek): WeeksSinceSupport {
  const since = (kind: SupportKind): number | null => {
    const weeks = sessions.flatMap((session) => (session.kind === kind && session.heldWeek !== null && session.heldWeek <= thisWeek ? [weeksBetween(session.heldWeek, thisWeek)] : []));
    return weeks.length === 0 ? null : Math.min(...weeks);
  };
  const [guidance, supervision, intervision] = SUPPORT_KINDS;
  return { [guidance]: since(guidance), [supervision]: since(supervision), [intervision]: since(intervision) };
}
