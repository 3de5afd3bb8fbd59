import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { assertNever, type Catalogue } from '@rolvast/domain';
import { CurrentVisit } from '../../access/viewer/current-visit.js';
import type { Visit } from '../../access/viewer/viewer.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { READER_CATALOGUE } from '../catalogue.token.js';
import { AskWithinScopeService } from '../published-place/ask-within-scope.service.js';
import { PlaceArgs, placeArgumentsOf } from '../published-place/place.arguments.js';
import type { PlaceFault } from '../published-place/place.js';
import { toPlaceRefusal } from '../published-place/place.refusal.js';
import { toBreakdown } from './breakdown.mapper.js';
import { BreakdownOfQuarter } from './breakdown.object.js';
import { BreakdownService, type BreakdownFault } from './breakdown.service.js';

@Resolver()
export class BreakdownResolver {
  constructor(
    private readonly breakdowns: BreakdownService,
    private readonly places: AskWithinScopeService,
    @Inject(READER_CATALOGUE) private readonly catalogue: Catalogue,
  ) {}

  @Query(() => BreakdownOfQuarter, { description: 'The reflections of a place and a quarter, divided by one thing.' })
  async breakdown(
    @Args() place: PlaceArgs,
    @Args('breakdown', { type: () => String, description: 'Code of a breakdown, for instance LEGAL_FRAME.' }) breakdown: string,
    @Args('through', { type: () => String, description: 'Last month of the quarter, YYYY-MM.' }) through: string,
    @CurrentVisit() visit: Visit,
  ): Promise<BreakdownOfQuarter> {
    const answer = await this.places.ask(visit, 'Query.breakdown', placeArgumentsOf(place), (scope, found) => this.breakdowns.getBreakdown(scope, { place: found, breakdown, through }));
    if (!answer.ok) throw toRefusal(answer.fault, place);
    return toBreakdown(answer.value, this.catalogue);
  }
}

function toRefusal(fault: BreakdownFault | PlaceFault, { place }: PlaceArgs): Refusal {
  switch (fault) {
    case 'PLACE_UNCLEAR':
    case 'PLACE_NOT_FOUND':
      return toPlaceRefusal(fault, place);
    case 'UNKNOWN_BREAKDOWN':
      return new Refusal('BAD_USER_INPUT', 'There is no breakdown with this code.');
    case 'NOT_PUBLISHED_HERE':
      return new Refusal('NOT_PUBLISHED', 'This breakdown is not published for such a place.');
    case 'NOT_A_QUARTER':
      return new Refusal('BAD_USER_INPUT', 'Name the last month of a quarter, for instance 2026-03.');
    case 'NOT_CLOSED':
      return new Refusal('NOT_PUBLISHED', 'This quarter has not been closed yet.');
    default:
      return assertNever(fault, 'breakdown fault');
  }
}
