import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { assertNever, failure, parseOrganisationCode, parseTeamCode, participationForm, type ParticipationBand, type Result } from '@rolvast/domain';
import { Refusal } from '../../platform/graphql/refusal.js';
import type { Term } from '../measure-catalogue/measure-catalogue.object.js';
import { toPlace } from '../measure-trend/measure-trend.mapper.js';
import { PlaceKind } from '../published-place/place.arguments.js';
import { toPlaceRefusal } from '../published-place/place.refusal.js';
import { Participation } from './participation.object.js';
import { MAX_QUARTERS, ParticipationService, type ParticipationAnswer, type ParticipationFault } from './participation.service.js';

@Resolver()
export class ParticipationResolver {
  constructor(private readonly service: ParticipationService) {}

  @Query(() => Participation, { description: 'Which part of a team took part, per quarter, as a band.' })
  async participation(
    @Args('organisation', { type: () => String }) organisation: string,
    @Args('team', { type: () => String }) team: string,
    @Args('quarters', { type: () => Int, defaultValue: 8, description: `How many quarters back, 1 to ${MAX_QUARTERS}.` }) quarters: number,
  ): Promise<Participation> {
    const answer = await this.find(organisation, team, quarters);
    if (!answer.ok) throw toRefusal(answer.fault);
    const { place, quarters: found } = answer.value;
    return { place: toPlace(place), through: found.map(({ through }) => through), bands: found.map(({ band }) => toTerm(band)) };
  }

  private async find(organisation: string, team: string, quarters: number): Promise<Result<ParticipationAnswer, ParticipationFault>> {
    const [organisationCode, teamCode] = [parseOrganisationCode(organisation), parseTeamCode(team)];
    // Text that has not the form of a code is the code of none.
    if (organisationCode === null || teamCode === null) return failure('PLACE_NOT_FOUND');
    return this.service.getParticipation(organisationCode, teamCode, quarters);
  }
}

function toTerm(band: ParticipationBand): Term {
  return { code: band, name: { nl: participationForm(band, 'nl'), en: participationForm(band, 'en') } };
}

function toRefusal(fault: ParticipationFault): Refusal {
  switch (fault) {
    case 'PLACE_NOT_FOUND':
      return toPlaceRefusal(fault, PlaceKind.TEAM);
    case 'QUARTERS_OUT_OF_RANGE':
      return new Refusal('BAD_USER_INPUT', `Ask for 1 to ${MAX_QUARTERS} quarters.`);
    default:
      return assertNever(fault, 'participation fault');
  }
}
