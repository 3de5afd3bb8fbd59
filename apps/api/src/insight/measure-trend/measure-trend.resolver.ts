import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { assertNever, failure, parseOrganisationCode, parseTeamCode, type OrganisationCode, type Result, type TeamCode } from '@rolvast/domain';
import { NoteRefusalService } from '../../access/audit/note-refusal.service.js';
import { resolveScope } from '../../access/resolve-scope.js';
import { CurrentVisit } from '../../access/viewer/current-visit.js';
import type { Visit } from '../../access/viewer/viewer.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { toMeasureTrend } from './measure-trend.mapper.js';
import { MeasureTrend } from './measure-trend.object.js';
import { MAX_MONTHS, MeasureTrendService, type MeasureTrendAnswer, type MeasureTrendFault } from './measure-trend.service.js';

@Resolver()
export class MeasureTrendResolver {
  constructor(
    private readonly trends: MeasureTrendService,
    private readonly refusals: NoteRefusalService,
  ) {}

  @Query(() => MeasureTrend, { description: 'A measure of a team per published period, over the last closed months.' })
  async measureTrend(
    @Args('organisation', { type: () => String }) organisation: string,
    @Args('team', { type: () => String }) team: string,
    @Args('measure', { type: () => String, description: 'Catalogue code, for instance PITFALL_POWERLESSNESS.' }) measure: string,
    @Args('months', { type: () => Int, defaultValue: 24, description: `How many months back, 1 to ${MAX_MONTHS}.` }) months: number,
    @CurrentVisit() visit: Visit,
  ): Promise<MeasureTrend> {
    const wanted = parseTeamCode(team);
    const answer = await this.getTrend(visit, parseOrganisationCode(organisation), wanted, measure, months);
    if (answer.ok) return toMeasureTrend(answer.value);
    // A team that is not there and one that is not hers: the same answer, and a line in the audit for both.
    if (answer.fault === 'TEAM_NOT_FOUND') await this.refusals.note(visit, 'Query.measureTrend', wanted);
    throw toRefusal(answer.fault);
  }

  private async getTrend({ viewer }: Visit, organisation: OrganisationCode | null, team: TeamCode | null, measure: string, months: number): Promise<Result<MeasureTrendAnswer, MeasureTrendFault>> {
    const scope = resolveScope(viewer, 'Query.measureTrend');
    // Text that has not the form of a code is the code of none.
    if (organisation === null || team === null || !scope.ok) return failure('TEAM_NOT_FOUND');
    return this.trends.getTrend(scope.value, { organisation, team, measure, months });
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
