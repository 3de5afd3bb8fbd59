import { Inject, Injectable } from '@nestjs/common';
import {
  failure,
  figureGrain,
  figurePeriods,
  findBreakdowns,
  findMeasure,
  isBand,
  ledgerKeysOf,
  placePeriods,
  success,
  type Breakdown,
  type Catalogue,
  type FieldShare,
  type FigureGrain,
  type FigurePeriod,
  type Measure,
  type PitfallCatalogue,
  type PublishedCell,
  type Quarter,
  type ReflectionShare,
  type Result,
  type Scope,
} from '@rolvast/domain';
import { publishedFunnel, type PublishedFunnel, type PublishedFunnelUnit } from '@rolvast/domain/statistics';
import { BreakdownReadModel } from '../breakdown/breakdown.read-model.js';
import { READER_CATALOGUE, READER_PITFALLS } from '../catalogue.token.js';
import { comparedUnits, type ComparedUnit } from '../published-place/compared-units.js';
import type { FoundPlace, NamedUnit, PlaceQuestion } from '../published-place/place.js';
import { PublishedPlaceReadModel } from '../published-place/published-place.read-model.js';
import { closedQuarter, closedQuarters, type ClosedQuarter, type QuarterFault } from '../published-place/quarter-question.js';
import { breakdownsOf, outcomesOf, type MixOutcome } from './allowing-for-mix.js';
import { sizesToDraw } from './sizes-to-draw.js';

/** Which units are compared, by what, when. */
export interface ComparisonQuestion {
  /** The organisation, or a region of it whose units alone are in view. */
  readonly place: PlaceQuestion;
  /** Catalogue code, in any case of letters. */
  readonly measure: string;
  /** `YYYY-Qn`; null for the last that was closed. */
  readonly quarter: string | null;
  /** Code of a breakdown to allow for, in any case of letters; null for none. */
  readonly allowingFor: string | null;
}

/** A measure of which teams have shares. */
export type ComparableMeasure = ReflectionShare | FieldShare;

/** A unit that the viewer is shown. */
export interface UnitInView {
  readonly unit: NamedUnit;
  readonly figure: FigurePeriod;
  /** Null without lines, and without a figure. */
  readonly place: PublishedFunnelUnit | null;
  /** Null when nothing is allowed for. */
  readonly outcome: MixOutcome | null;
}

export interface ComparisonAnswer {
  readonly place: FoundPlace;
  readonly measure: ComparableMeasure;
  readonly quarter: ClosedQuarter;
  /** Every quarter that can be asked for. */
  readonly quarters: readonly Quarter[];
  /** In the order of their names. */
  readonly units: readonly UnitInView[];
  /** How many units have a figure behind the centre and the lines, also those the viewer is not shown. */
  readonly compared: number;
  /** Whether some units of the place are not shown to this viewer. */
  readonly isPartOfPlace: boolean;
  /** What the units of the place published, added up. */
  readonly whole: FigurePeriod;
  /** Null with too few units to draw lines. */
  readonly funnel: PublishedFunnel | null;
  readonly allowingFor: Breakdown | null;
  /** What can be allowed for. */
  readonly breakdowns: readonly Breakdown[];
}

/** `NOT_COMPARED`: of this measure teams have no shares by quarter. */
export type ComparisonFault = 'PLACE_NOT_FOUND' | 'UNKNOWN_MEASURE' | 'UNKNOWN_BREAKDOWN' | 'NOT_COMPARED' | QuarterFault;

/** Units side by side, from what was published only; at most five statements, whatever the number of units. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly published: PublishedPlaceReadModel,
    private readonly breakdowns: BreakdownReadModel,
    @Inject(READER_CATALOGUE) private readonly catalogue: Catalogue,
    @Inject(READER_PITFALLS) private readonly pitfalls: PitfallCatalogue,
  ) {}

  /**
   * The funnel of all units of the organisation, and the figures of those the viewer may see.
   *
   * Centre and lines are always those of the whole organisation: a region, like a scope, only hides rows.
   *
   * @returns for a place outside the scope the same fault as for one that is not there.
   */
  async compare(scope: Scope, question: ComparisonQuestion): Promise<Result<ComparisonAnswer, ComparisonFault>> {
    const measure = findMeasure(question.measure, this.catalogue);
    if (measure === null) return failure('UNKNOWN_MEASURE');
    const allowed = this.breakdownOf(question);
    if (!allowed.ok) return allowed;
    const grain = figureGrain(measure, 'team');
    if (grain === null || !isComparable(measure)) return failure('NOT_COMPARED');
    const place = await this.published.findPlace(scope, question.place);
    const whole = place?.kind === 'region' ? await this.published.findPlace(scope, { kind: 'organisation', organisation: question.place.organisation }) : place;
    if (place === null || whole === null) return failure('PLACE_NOT_FOUND');
    const quarter = closedQuarter(question.quarter, whole);
    if (!quarter.ok) return quarter;
    return this.read({ measure, grain, scope, place, whole, quarter: quarter.value, allowingFor: allowed.value });
  }

  private breakdownOf({ allowingFor }: ComparisonQuestion): Result<Breakdown | null, ComparisonFault> {
    if (allowingFor === null) return success(null);
    const found = findBreakdowns(this.pitfalls).find(({ code }) => code === allowingFor.toUpperCase());
    return found === undefined ? failure('UNKNOWN_BREAKDOWN') : success(found);
  }

  private async read(asked: Asked): Promise<Result<ComparisonAnswer, ComparisonFault>> {
    const { measure, grain, scope, place, whole, quarter, allowingFor } = asked;
    const [names, rows] = await Promise.all([this.published.findUnitNames(whole), this.published.getPublished(whole, ledgerKeysOf(measure, grain.period), 'team')]);
    const units = comparedUnits(measure, grain, place, scope, quarter, names, rows);
    const sum = placePeriods(units.map(({ source }) => source), 'quarter', place.regionId).find(({ from }) => from === quarter.from);
    if (sum === undefined) return failure('QUARTER_NOT_PUBLISHED');
    const breakdowns = breakdownsOf(measure, this.catalogue, this.pitfalls);
    const outcomes = await this.findOutcomes(asked, breakdowns, units);
    const funnel = funnelOf(measure, units);
    return success({
      place,
      measure,
      quarter,
      quarters: closedQuarters(rows.units, whole),
      units: units.flatMap(({ unit, figure, isInView }, index) => (isInView ? [{ unit, figure, place: funnel?.units[index] ?? null, outcome: outcomes?.[index] ?? null }] : [])),
      compared: units.filter(({ figure }) => sizeOf(figure.cell) > 0).length,
      isPartOfPlace: units.filter(({ isInView }) => isInView).length < (sum.coverage?.all ?? 0),
      whole: sum,
      funnel,
      allowingFor,
      breakdowns,
    });
  }

  /** Null when nothing is allowed for. */
  private async findOutcomes({ measure, whole, quarter, allowingFor }: Asked, breakdowns: readonly Breakdown[], units: readonly ComparedUnit[]): Promise<readonly MixOutcome[] | null> {
    if (allowingFor === null) return null;
    const unitIds = units.map(({ unit }) => unit.unitId);
    const isPosted = breakdowns.some(({ code }) => code === allowingFor.code);
    return outcomesOf(measure, isPosted ? await this.breakdowns.findParts(whole.organisationId, allowingFor.code, quarter.through, 'team', unitIds) : [], unitIds);
  }
}

interface Asked {
  readonly measure: ComparableMeasure;
  readonly grain: FigureGrain;
  readonly scope: Scope;
  readonly place: FoundPlace;
  readonly whole: FoundPlace;
  readonly quarter: ClosedQuarter;
  readonly allowingFor: Breakdown | null;
}

/** Whether teams have shares of a measure by quarter: no bands, no hours, nothing coarser. */
function isComparable(measure: Measure): measure is ComparableMeasure {
  return (measure.kind === 'reflection-share' || measure.kind === 'field-share') && !isBand(measure, 'team') && figurePeriods(measure, 'team').includes('quarter');
}

function funnelOf({ posting, code }: ComparableMeasure, units: readonly ComparedUnit[]): PublishedFunnel | null {
  const inView = units.flatMap(({ figure, isInView }) => (isInView ? [sizeOf(figure.cell)] : []));
  const points = units.map(({ figure: { cell } }) => (cell.state === 'shown' ? { numerator: cell.numerator, denominator: cell.denominator } : null));
  const funnel = publishedFunnel(points, posting, sizesToDraw(inView));
  if (funnel.ok) return funnel.value;
  if (funnel.fault.code === 'too-few-points') return null;
  throw new Error(`the published figures of ${code} are ${funnel.fault.code}`);
}

function sizeOf(cell: PublishedCell): number {
  return cell.state === 'shown' ? cell.denominator : 0;
}
