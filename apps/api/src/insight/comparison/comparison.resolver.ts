import { Args, ArgsType, Field, Query, Resolver } from '@nestjs/graphql';
import { assertNever } from '@rolvast/domain';
import { CurrentVisit } from '../../access/viewer/current-visit.js';
import type { Visit } from '../../access/viewer/viewer.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { AskWithinScopeService } from '../published-place/ask-within-scope.service.js';
import { QuarterArgs, quarterPlaceOf } from '../published-place/quarter.arguments.js';
import type { PlaceFault } from '../published-place/place.js';
import { toQuarterRefusal } from '../published-place/quarter.refusal.js';
import { toComparison } from './comparison.mapper.js';
import { Comparison } from './comparison.object.js';
import { ComparisonService, type ComparisonFault } from './comparison.service.js';

@ArgsType()
class ComparisonArgs extends QuarterArgs {
  @Field(() => String, { description: 'Catalogue code, for instance PITFALL_POWERLESSNESS.' })
  readonly measure!: string;

  @Field(() => String, { nullable: true, description: 'Code of a breakdown to allow for, for instance LEGAL_FRAME; left out, for nothing.' })
  readonly allowingFor?: string | null;
}

@Resolver()
export class ComparisonResolver {
  constructor(
    private readonly comparisons: ComparisonService,
    private readonly places: AskWithinScopeService,
  ) {}

  @Query(() => Comparison, { description: 'Units side by side for one measure and quarter: those the viewer may see, with the lines of all.' })
  async comparison(@Args() args: ComparisonArgs, @CurrentVisit() visit: Visit): Promise<Comparison> {
    const { measure, quarter, allowingFor } = args;
    const found = await this.places.ask(visit, 'Query.comparison', quarterPlaceOf(args), (scope, place) =>
      this.comparisons.compare(scope, { place, measure, quarter: quarter ?? null, allowingFor: allowingFor ?? null }),
    );
    if (!found.ok) throw toRefusal(found.fault, args);
    return toComparison(found.value);
  }
}

function toRefusal(fault: ComparisonFault | PlaceFault, args: ComparisonArgs): Refusal {
  switch (fault) {
    case 'UNKNOWN_MEASURE':
      return new Refusal('BAD_USER_INPUT', 'There is no measure with this code.');
    case 'UNKNOWN_BREAKDOWN':
      return new Refusal('BAD_USER_INPUT', 'There is no breakdown with this code.');
    case 'NOT_COMPARED':
      return new Refusal('NOT_PUBLISHED', 'Of this measure teams have no shares by quarter.');
    case 'PLACE_UNCLEAR':
    case 'PLACE_NOT_FOUND':
    case 'NOT_A_QUARTER':
    case 'QUARTER_NOT_PUBLISHED':
      return toQuarterRefusal(fault, args);
    default:
      return assertNever(fault, 'comparison fault');
  }
}
