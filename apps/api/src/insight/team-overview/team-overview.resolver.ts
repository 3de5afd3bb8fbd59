import { Args, ArgsType, Field, Int, Query, Resolver } from '@nestjs/graphql';
import { assertNever, parseQuarter, type Reader } from '@rolvast/domain';
import type { ViewerRole } from '../../access/roles.js';
import { CurrentVisit } from '../../access/viewer/current-visit.js';
import type { Visit } from '../../access/viewer/viewer.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { MAX_MONTHS } from '../measure-trend/measure-trend.service.js';
import { AskWithinScopeService } from '../published-place/ask-within-scope.service.js';
import { PlaceKind } from '../published-place/place.arguments.js';
import type { PlaceFault } from '../published-place/place.js';
import { toPlaceRefusal } from '../published-place/place.refusal.js';
import { toTeamOverview } from './team-overview.mapper.js';
import { TeamOverview } from './team-overview.object.js';
import { TeamOverviewService, type TeamOverviewFault } from './team-overview.service.js';

@ArgsType()
class TeamOverviewArgs {
  @Field(() => String)
  readonly organisation!: string;

  @Field(() => String, { description: 'Code of the team.' })
  readonly team!: string;

  @Field(() => String, { nullable: true, description: 'YYYY-Qn; left out, the last one that has ended and was closed.' })
  readonly quarter?: string | null;

  @Field(() => String, { nullable: true, description: 'Catalogue code of the measure whose trend comes along; left out, that of the first signal.' })
  readonly measure?: string | null;

  @Field(() => Int, { defaultValue: 24, description: `How many months back the trend goes, 1 to ${MAX_MONTHS}.` })
  readonly months!: number;
}

/** For whom the questions of a signal are: the first of these roles that the viewer has. */
const READERS: readonly (Reader & ViewerRole)[] = ['team-manager', 'quality-staff', 'director'];

@Resolver()
export class TeamOverviewResolver {
  constructor(
    private readonly overviews: TeamOverviewService,
    private readonly places: AskWithinScopeService,
  ) {}

  @Query(() => TeamOverview, { description: 'Where support is needed in a team: its figures of one quarter, what stands out, and one trend.' })
  async teamOverview(@Args() { organisation, team, quarter, measure, months }: TeamOverviewArgs, @CurrentVisit() visit: Visit): Promise<TeamOverview> {
    const wanted = quarter == null ? null : parseQuarter(quarter);
    if (quarter != null && wanted === null) throw new Refusal('BAD_USER_INPUT', 'Write a quarter as YYYY-Qn.');
    const named = { organisation, place: 'team', team, region: null } as const;
    const question = { quarter: wanted, measure: measure ?? null, months };
    const answer = await this.places.ask(visit, 'Query.teamOverview', named, (scope, place) => this.overviews.findOverview(scope, { ...question, team: place }));
    if (!answer.ok) throw toRefusal(answer.fault);
    return toTeamOverview(answer.value, readerOf(visit));
  }
}

function readerOf({ viewer: { roles } }: Visit): Reader {
  return READERS.find((reader) => roles.some(({ role }) => role === reader)) ?? 'team-manager';
}

function toRefusal(fault: TeamOverviewFault | PlaceFault): Refusal {
  switch (fault) {
    case 'PLACE_UNCLEAR':
    case 'PLACE_NOT_FOUND':
      return toPlaceRefusal(fault, PlaceKind.TEAM);
    case 'QUARTER_NOT_CLOSED':
      return new Refusal('NOT_PUBLISHED', 'Nothing was published of this quarter.');
    case 'UNKNOWN_MEASURE':
      return new Refusal('BAD_USER_INPUT', 'There is no measure with this code.');
    case 'MONTHS_OUT_OF_RANGE':
      return new Refusal('BAD_USER_INPUT', `Ask for 1 to ${MAX_MONTHS} months.`);
    default:
      return assertNever(fault, 'overview fault');
  }
}
