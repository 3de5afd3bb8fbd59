import { assertNever } from '@rolvast/domain';
import { Refusal } from '../../platform/graphql/refusal.js';
import { PlaceKind } from './place.arguments.js';
import type { PlaceFault } from './place.js';
import { toPlaceRefusal } from './place.refusal.js';
import type { QuarterArgs } from './quarter.arguments.js';
import type { QuarterFault } from './quarter-question.js';

/** A place or a quarter of which there is nothing to tell, on its way to the client. */
export function toQuarterRefusal(fault: QuarterFault | PlaceFault, { region }: QuarterArgs): Refusal {
  switch (fault) {
    case 'PLACE_UNCLEAR':
    case 'PLACE_NOT_FOUND':
      return toPlaceRefusal(fault, region == null ? PlaceKind.ORGANISATION : PlaceKind.REGION);
    case 'NOT_A_QUARTER':
      return new Refusal('BAD_USER_INPUT', 'Name a quarter, for instance 2026-Q1.');
    case 'QUARTER_NOT_PUBLISHED':
      return new Refusal('NOT_PUBLISHED', 'Of this quarter nothing has been published.');
    default:
      return assertNever(fault, 'quarter fault');
  }
}
