import { placePeriods, readLedger, regionAt, unitPeriods, withCountsOfUnits, ledgerKeysOf, type CalendarPeriod, type FigureGrain, type FigurePeriod, type LedgerMeasure, type PublishedSource } from '@rolvast/domain';
import type { FoundPlace } from './place.js';
import type { PublishedPlace, PublishedRows, PublishedUnit } from './published-rows.js';

/** The figures of one measure of a place, from what it published: of a unit, or added up over units or wider ledgers. */
export function toFigures(measure: LedgerMeasure, grain: FigureGrain, period: CalendarPeriod, place: FoundPlace, rows: PublishedRows): readonly FigurePeriod[] {
  if (grain.ledgers !== 'team') return placePeriods(placeSources(measure, grain, rows), period, null);
  const sources = rows.units.map((unit) => unitSource(measure, grain, unit));
  if (place.kind !== 'team') return placePeriods(sources, period, place.regionId);
  const [own] = sources;
  return own === undefined ? [] : unitPeriods(own, period);
}

/** What one unit published of a measure, to be laid over periods. */
export function unitSource(measure: LedgerMeasure, { period }: FigureGrain, { ledger, absent, closed, region }: PublishedUnit): PublishedSource {
  return { figures: readLedger(measure, period, ledger), absent, closed, regionAt: regionAt(ledger.blocks, region) };
}

/** Wider ledgers are closed together with the units; one that has posted nothing yet is still a place to wait for. */
function placeSources(measure: LedgerMeasure, { period }: FigureGrain, { units, places }: PublishedRows): readonly PublishedSource[] {
  const closed = closedMonths(units);
  const countsOf = new Map(units.map(({ unitId, ledger }) => [unitId, ledger.counts]));
  const read = (place: PublishedPlace) => readLedger(measure, period, withCountsOfUnits(place.ledger, place.members, (unit) => countsOf.get(unit) ?? [], ledgerKeysOf(measure, period).counts));
  const sources = places.map((place): PublishedSource => ({ figures: read(place), absent: [], closed, regionAt: null }));
  return sources.length > 0 ? sources : [{ figures: [], absent: [], closed, regionAt: null }];
}

function closedMonths(units: readonly PublishedUnit[]): PublishedSource['closed'] {
  const [first] = units;
  if (first === undefined) return null;
  return units.reduce((months, { closed: { from, through } }) => ({ from: from < months.from ? from : months.from, through: through > months.through ? through : months.through }), first.closed);
}
