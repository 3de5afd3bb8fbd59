import { Inject, Injectable } from '@nestjs/common';
import {
  addMonths,
  calendarPeriodOf,
  failure,
  figureGrain,
  isBand,
  ledgerKeysOf,
  PITFALL_CODES,
  PITFALLS,
  placePeriods,
  regionAt,
  success,
  unitPeriods,
  type Catalogue,
  type FigureGrain,
  type FigurePeriod,
  type Month,
  type PitfallEntry,
  type PublishedSource,
  type Quarter,
  type ReflectionShare,
  type Result,
  type Scope,
} from '@rolvast/domain';
import { beyondOwnLimits, ownChange, postedShareVariation, shareChart, type OwnChange, type ShareChart } from '@rolvast/domain/statistics';
import { READER_CATALOGUE } from '../catalogue.token.js';
import { inOrderOfName, isHers } from '../published-place/compared-units.js';
import type { FoundPlace, NamedUnit, PlaceQuestion } from '../published-place/place.js';
import { PublishedPlaceReadModel } from '../published-place/published-place.read-model.js';
import type { PublishedRows, PublishedUnit } from '../published-place/published-rows.js';
import { closedQuarter, closedQuarters, type ClosedQuarter, type QuarterFault } from '../published-place/quarter-question.js';
import { unitSource } from '../published-place/to-figures.js';

/** Which units, when. */
export interface PitfallMapQuestion {
  readonly place: PlaceQuestion;
  /** `YYYY-Qn`; null for the last that was closed. */
  readonly quarter: string | null;
}

/** One unit and pitfall. */
export interface PitfallCell {
  /** Of the quarter; of a rare pitfall of its half-year. */
  readonly figure: FigurePeriod;
  /** Null where nothing is shown, and of a rare pitfall, which has a band and no chart. */
  readonly change: OwnChange | null;
}

interface MonthsOfCells {
  readonly from: Month;
  readonly through: Month;
}

/** One pitfall, with a cell for each unit. */
export interface PitfallOfUnits {
  readonly pitfall: PitfallEntry;
  readonly measure: ReflectionShare;
  /** Whether its cells are bands of a half-year. */
  readonly isBand: boolean;
  /** The quarter; of a band the last half-year that had ended by then. */
  readonly months: MonthsOfCells;
  /** In the order of the units; null where a unit had nothing to close in the period. */
  readonly cells: readonly (PitfallCell | null)[];
}

export interface PitfallMapAnswer {
  readonly place: FoundPlace;
  readonly quarter: ClosedQuarter;
  readonly quarters: readonly Quarter[];
  /** Those the viewer may see, in the order of their names. */
  readonly units: readonly NamedUnit[];
  readonly pitfalls: readonly PitfallOfUnits[];
}

export type PitfallMapFault = 'PLACE_NOT_FOUND' | QuarterFault;

interface MappedPitfall {
  readonly pitfall: PitfallEntry;
  readonly measure: ReflectionShare;
  readonly grain: FigureGrain;
}

/** Units and the ten pitfalls, each cell against the unit's own history; three statements, whatever the number of units. */
@Injectable()
export class PitfallMapService {
  constructor(
    private readonly published: PublishedPlaceReadModel,
    @Inject(READER_CATALOGUE) private readonly catalogue: Catalogue,
  ) {}

  /** @returns for a place outside the scope the same fault as for one that is not there. */
  async getMap(scope: Scope, question: PitfallMapQuestion): Promise<Result<PitfallMapAnswer, PitfallMapFault>> {
    const place = await this.published.findPlace(scope, question.place);
    if (place === null) return failure('PLACE_NOT_FOUND');
    const quarter = closedQuarter(question.quarter, place);
    if (!quarter.ok) return quarter;
    const pitfalls = mappedPitfalls(this.catalogue);
    const hers = (await this.published.findUnitNames(place)).filter((unit) => isHers(scope, unit));
    const rows = await this.published.getPublished({ ...place, unitIds: hers.map(({ unitId }) => unitId) }, keysOf(pitfalls), 'team');
    const units = inOrderOfName(unitsOf(hers, rows, place, quarter.value), ({ unit }) => unit);
    const quarters = closedQuarters(rows.units, place);
    if (!quarters.includes(quarter.value.quarter)) return failure('QUARTER_NOT_PUBLISHED');
    return success({
      place,
      quarter: quarter.value,
      quarters,
      units: units.map(({ unit }) => unit),
      pitfalls: pitfalls.map((one) => columnOf(one, units, quarter.value)),
    });
  }
}

/** The ten, in the order of the model. */
function mappedPitfalls(catalogue: Catalogue): readonly MappedPitfall[] {
  return PITFALL_CODES.map((code) => {
    const measure = catalogue.find((one) => one.code === `PITFALL_${code}`);
    const grain = measure === undefined ? null : figureGrain(measure, 'team');
    if (measure?.kind !== 'reflection-share' || grain === null) throw new Error('every pitfall is a share that teams publish');
    return { pitfall: PITFALLS[code], measure, grain };
  });
}

function keysOf(pitfalls: readonly MappedPitfall[]): ReturnType<typeof ledgerKeysOf> {
  const keys = pitfalls.map(({ measure, grain }) => ledgerKeysOf(measure, grain.period));
  return { counts: [...new Set(keys.flatMap(({ counts }) => counts))], parts: [], hours: [] };
}

interface MappedUnit {
  readonly unit: NamedUnit;
  readonly published: PublishedUnit;
}

/** The units that had a month to close by the end of the quarter, and of a region those that were in it then. */
function unitsOf(hers: readonly NamedUnit[], rows: PublishedRows, { regionId }: FoundPlace, { from, through }: ClosedQuarter): readonly MappedUnit[] {
  return hers.flatMap((unit) => {
    const published = rows.units.find(({ unitId }) => unitId === unit.unitId);
    if (published === undefined || published.closed.from > through || published.closed.through < from) return [];
    const isInPlace = regionId === null || regionAt(published.ledger.blocks, published.region)(through) === regionId;
    return isInPlace ? [{ unit, published }] : [];
  });
}

function columnOf({ pitfall, measure, grain }: MappedPitfall, units: readonly MappedUnit[], quarter: ClosedQuarter): PitfallOfUnits {
  const isRare = isBand(measure, 'team');
  const period = isRare ? 'half-year' : 'quarter';
  const months = isRare ? lastHalfYear(quarter) : quarter;
  const cells = units.map(({ published }): PitfallCell | null => {
    const source = unitSource(measure, grain, published);
    const figure = placePeriods([source], period, null).find(({ through }) => through === months.through);
    if (figure === undefined) return null;
    const isCharted = !isRare && figure.cell.state === 'shown' && figure.cell.denominator > 0;
    return { figure, change: isCharted ? changeOf(measure, source, quarter) : null };
  });
  return { pitfall, measure, isBand: isRare, months, cells };
}

/** The last half-year that had ended by the end of a quarter. */
function lastHalfYear({ through }: ClosedQuarter): MonthsOfCells {
  const current = calendarPeriodOf('half-year', through);
  return current.through === through ? current : calendarPeriodOf('half-year', addMonths(current.from, -1));
}

/**
 * By the two charts that a team's page draws: beyond the limits of the quarter as a whole, else the marks of its months. Below 13 months no chart may say.
 */
function changeOf(measure: ReflectionShare, source: PublishedSource, quarter: ClosedQuarter): OwnChange | null {
  const [months, quarters] = [unitPeriods(source, 'month'), unitPeriods(source, 'quarter')];
  const byMonth = ownChange(months, chartOf(measure, months, 'month'), quarter);
  if (byMonth === null || byMonth === 'too-few-points') return byMonth;
  return beyondOwnLimits(quarters, chartOf(measure, quarters, 'quarter'), quarter.through) ?? byMonth;
}

function chartOf(measure: ReflectionShare, periods: readonly FigurePeriod[], period: 'month' | 'quarter'): ShareChart {
  const told = periods.map(({ from, through, heldFrom, cell, ledgers }) => ({ from, through, cell, totals: Math.max(1, ledgers), isMerged: heldFrom < from }));
  const chart = shareChart(told, { variation: postedShareVariation(measure.posting), period });
  if (!chart.ok) throw new Error(`published period ${chart.fault.position} of ${measure.code} is ${chart.fault.code}`);
  return chart.value;
}
