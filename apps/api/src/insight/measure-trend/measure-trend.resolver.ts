import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { assertNever, failure, parseOrganisationCode, parseTeamCode, type OrganisationCode, type Result, type TeamCode } from '@rolvast/domain';
import { Refusal } from '../../platform/graphql/refusal.js';
import { toMeasureTrend } from './measure-trend.mapper.js';
import { MeasureTrend } from './measure-trend.object.js';
import { MAX_MONTHS, MeasureTrendService, type MeasureTrendAnswer, type MeasureTrendFault } from './measure-trend.service.js';

@Resolver()
export class MeasureTrendResolver {
  constructor(private readonly trends: MeasureTrendService) {}

  @Query(() => MeasureTrend, { description: 'A measure of a team per published period, over the last closed months.' })
  async measureTrend(
    @Args('organisation', { type: () => String }) organisation: string,
    @Args('team', { type: () => String }) team: string,
    @Args('measure', { type: () => String, description: 'Catalogue code, for instance PITFALL_POWERLESSNESS.' }) measure: string,
    @Args('months', { type: () => Int, defaultValue: 24, description: `How many months back, 1 to ${MAX_MONTHS}.` }) months: number,
  ): Promise<MeasureTrend> {
    const answer = await this.getTrend(parseOrganisationCode(organisation), parseTeamCode(team), measure, months);
    if (!answer.ok) throw toRefusal(answer.fault);
    return toMeasureTrend(answer.value);
  }

  private async getTrend(organisation: OrganisationCode | null, team: TeamCode | null, measure: string, months: number): Promise<Result<MeasureTrendAnswer, MeasureTrendFault>> {
    // Text that has not the form of a code is the code of none.
    if (organisation === null || team === null) return failure('TEAM_NOT_FOUND');
    return this.trends.getTrend({ organisation, team, measure, months });
  }
}

function toRefusal(fault: MeasureTrendFault): Refusal {
  switch (fault) {
    case 'TEAM_NOT_FOUND':
      return new Refusal('NOT_FOUND', 'There is no such team.');
    case 'UNKNOWN_MEASURE':
      return new Refusal('BAD_USER_INPUT', 'There is no measure with this code that is published per team.');
    case 'MONTHS_OUT_OF_RANGE':
      return new Refusal('BAD_USER_INPUT', `Ask for 1 to ${MAX_MONTHS} months.`);
    default:
      return assertNever(fault, 'trend fault');
  }
}
