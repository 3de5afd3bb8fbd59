import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { assertNever, participationForm, type ParticipationBand } from '@rolvast/domain';
import { CurrentVisit } from '../../access/viewer/current-visit.js';
import type { Visit } from '../../access/viewer/viewer.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import type { Term } from '../measure-catalogue/measure-catalogue.object.js';
import { toPlace } from '../measure-trend/measure-trend.mapper.js';
import { AskWithinScopeService } from '../published-place/ask-within-scope.service.js';
import { PlaceKind } from '../published-place/place.arguments.js';
import type { PlaceFault } from '../published-place/place.js';
import { toPlaceRefusal } from '../published-place/place.refusal.js';
import { Participation } from './participation.object.js';
import { MAX_QUARTERS, ParticipationService, type ParticipationFault } from './participation.service.js';

@Resolver()
export class ParticipationResolver {
  constructor(
    private readonly service: ParticipationService,
    private readonly places: AskWithinScopeService,
  ) {}

  @Query(() => Participation, { description: 'Which part of a team took part, per quarter, as a band.' })
  async participation(
    @Args('organisation', { type: () => String }) organisation: string,
    @Args('team', { type: () => String }) team: string,
    @Args('quarters', { type: () => Int, defaultValue: 8, description: `How many quarters back, 1 to ${MAX_QUARTERS}.` }) quarters: number,
    @CurrentVisit() visit: Visit,
  ): Promise<Participation> {
    const named = { organisation, place: 'team', team, region: null } as const;
    const answer = await this.places.ask(visit, 'Query.participation', named, (scope, place) => this.service.getParticipation(scope, place, quarters));
    if (!answer.ok) throw toRefusal(answer.fault);
    const { place, quarters: found } = answer.value;
    return { place: toPlace(place), through: found.map(({ through }) => through), bands: found.map(({ band }) => toTerm(band)) };
  }
}

function toTerm(band: ParticipationBand): Term {
  return { code: band, name: { nl: participationForm(band, 'nl'), en: participationForm(band, 'en') } };
}

function toRefusal(fault: ParticipationFault | PlaceFault): Refusal {
  switch (fault) {
    case 'PLACE_UNCLEAR':
    case 'PLACE_NOT_FOUND':
      return toPlaceRefusal(fault, PlaceKind.TEAM);
    case 'QUARTERS_OUT_OF_RANGE':
      return new Refusal('BAD_USER_INPUT', `Ask for 1 to ${MAX_QUARTERS} quarters.`);
    default:
      return assertNever(fault, 'participation fault');
  }
}
