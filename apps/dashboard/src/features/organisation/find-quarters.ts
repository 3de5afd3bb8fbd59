import { endedQuarters, parseMonth, type Quarter } from '@rolvast/domain';
import type { Organisation } from './use-organisation';

/** The quarters of an organisation that have ended and were closed, from the latest back; none before the first close. */
export function findQuarters({ closedFrom, closedThrough }: Pick<Organisation, 'closedFrom' | 'closedThrough'>): readonly Quarter[] {
  const [first, last] = [parseMonth(closedFrom ?? ''), parseMonth(closedThrough ?? '')];
  return first === null || last === null ? [] : endedQuarters(first, last);
}

/** The quarter an address names: the latest when it names none, null when there is no such quarter. */
export function chosenQuarter(quarters: readonly Quarter[], wanted: string | null): Quarter | null {
  return (wanted === null ? quarters[0] : quarters.find((quarter) => quarter === wanted)) ?? null;
}
