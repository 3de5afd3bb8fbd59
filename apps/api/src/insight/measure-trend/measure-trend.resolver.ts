import { Args, ArgsType, Field, Int, Query, Resolver } from '@nestjs/graphql';
import { assertNever, type CalendarPeriod as DomainPeriod } from '@rolvast/domain';
import type { Operation } from '../../access/role-policy.js';
import { CurrentVisit } from '../../access/viewer/current-visit.js';
import type { Visit } from '../../access/viewer/viewer.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { AskWithinScopeService } from '../published-place/ask-within-scope.service.js';
import { PlaceArgs, placeArgumentsOf } from '../published-place/place.arguments.js';
import type { PlaceFault } from '../published-place/place.js';
import { toPlaceRefusal } from '../published-place/place.refusal.js';
import { toMeasureTrend } from './measure-trend.mapper.js';
import { CalendarPeriod, MeasureTrend } from './measure-trend.object.js';
import { MAX_MEASURES, MAX_MONTHS, MeasureTrendService, type MeasureTrendFault } from './measure-trend.service.js';
import type { MeasureTrendAnswer } from './read-trend.js';

const PERIODS: Readonly<Record<CalendarPeriod, DomainPeriod>> = { MONTH: 'month', QUARTER: 'quarter', HALF_YEAR: 'half-year', YEAR: 'year' };

/** The arguments of every question about a course over time. */
@ArgsType()
class TrendArgs extends PlaceArgs {
  @Field(() => CalendarPeriod, { nullable: true, description: 'What one entry stands for; left out, the finest that is published for the place.' })
  readonly period?: CalendarPeriod | null;

  @Field(() => Int, { defaultValue: 24, description: `How many months back, 1 to ${MAX_MONTHS}.` })
  readonly months!: number;
}

@Resolver()
export class MeasureTrendResolver {
  constructor(
    private readonly trends: MeasureTrendService,
    private readonly places: AskWithinScopeService,
  ) {}

  @Query(() => MeasureTrend, { description: 'A measure of a place per published period, over the last closed months.' })
  async measureTrend(
    @Args() place: TrendArgs,
    @Args('measure', { type: () => String, description: 'Catalogue code, for instance PITFALL_POWERLESSNESS.' }) measure: string,
    @CurrentVisit() visit: Visit,
  ): Promise<MeasureTrend> {
    const [trend] = await this.findTrends(visit, 'Query.measureTrend', place, [measure]);
    if (trend === undefined) throw new Error('one measure has one trend');
    return toMeasureTrend(trend);
  }

  @Query(() => [MeasureTrend], { description: 'Several measures of one place at once, in the order in which they are asked for.' })
  async measureTrends(
    @Args() place: TrendArgs,
    @Args('measures', { type: () => [String], description: `Catalogue codes, 1 to ${MAX_MEASURES}.` }) measures: string[],
    @CurrentVisit() visit: Visit,
  ): Promise<MeasureTrend[]> {
    return (await this.findTrends(visit, 'Query.measureTrends', place, measures)).map(toMeasureTrend);
  }

  private async findTrends(visit: Visit, operation: Operation, args: TrendArgs, measures: readonly string[]): Promise<readonly MeasureTrendAnswer[]> {
    const period = args.period == null ? null : PERIODS[args.period];
    const found = await this.places.ask(visit, operation, placeArgumentsOf(args), (scope, place) => this.trends.findTrends(scope, { place, measures, period, months: args.months }));
    if (!found.ok) throw toRefusal(found.fault, args);
    return found.value;
  }
}

function toRefusal(fault: MeasureTrendFault | PlaceFault, { place }: TrendArgs): Refusal {
  switch (fault) {
    case 'PLACE_UNCLEAR':
    case 'PLACE_NOT_FOUND':
      return toPlaceRefusal(fault, place);
    case 'UNKNOWN_MEASURE':
      return new Refusal('BAD_USER_INPUT', 'There is no measure with this code.');
    case 'NOT_PUBLISHED_HERE':
      return new Refusal('NOT_PUBLISHED', 'This measure is not published for such a place.');
    case 'FINER_THAN_PUBLISHED':
      return new Refusal('NOT_PUBLISHED', 'This measure is not published for periods of this length.');
    case 'MONTHS_OUT_OF_RANGE':
      return new Refusal('BAD_USER_INPUT', `Ask for 1 to ${MAX_MONTHS} months.`);
    case 'MEASURES_OUT_OF_RANGE':
      return new Refusal('BAD_USER_INPUT', `Ask for 1 to ${MAX_MEASURES} measures.`);
    default:
      return assertNever(fault, 'trend fault');
  }
}
