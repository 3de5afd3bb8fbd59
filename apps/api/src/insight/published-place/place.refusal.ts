import { assertNever } from '@rolvast/domain';
import { Refusal } from '../../platform/graphql/refusal.js';
import type { PlaceKind } from './place.arguments.js';
import type { PlaceFault } from './place.js';

const NAMES: Readonly<Record<PlaceKind, string>> = { TEAM: 'team', REGION: 'region', ORGANISATION: 'organisation' };

/** A place that is unclear or not there, on its way to the client. */
export function toPlaceRefusal(fault: PlaceFault, place: PlaceKind): Refusal {
  switch (fault) {
    case 'PLACE_UNCLEAR':
      return new Refusal('BAD_USER_INPUT', 'Name the team for a team, the region for a region, and neither for the organisation.');
    case 'PLACE_NOT_FOUND':
      return new Refusal('NOT_FOUND', `There is no such ${NAMES[place]}.`);
    default:
      return assertNever(fault, 'place fault');
  }
}
