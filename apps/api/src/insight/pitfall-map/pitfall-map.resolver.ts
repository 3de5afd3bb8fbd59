import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentVisit } from '../../access/viewer/current-visit.js';
import type { Visit } from '../../access/viewer/viewer.js';
import { AskWithinScopeService } from '../published-place/ask-within-scope.service.js';
import { QuarterArgs, quarterPlaceOf } from '../published-place/quarter.arguments.js';
import { toQuarterRefusal } from '../published-place/quarter.refusal.js';
import { toPitfallMap } from './pitfall-map.mapper.js';
import { PitfallMap } from './pitfall-map.object.js';
import { PitfallMapService } from './pitfall-map.service.js';

@Resolver()
export class PitfallMapResolver {
  constructor(
    private readonly maps: PitfallMapService,
    private readonly places: AskWithinScopeService,
  ) {}

  @Query(() => PitfallMap, { description: 'The units that the viewer may see and the ten pitfalls in one quarter, each against its own history.' })
  async pitfallMap(@Args() args: QuarterArgs, @CurrentVisit() visit: Visit): Promise<PitfallMap> {
    const found = await this.places.ask(visit, 'Query.pitfallMap', quarterPlaceOf(args), (scope, place) => this.maps.getMap(scope, { place, quarter: args.quarter ?? null }));
    if (!found.ok) throw toQuarterRefusal(found.fault, args);
    return toPitfallMap(found.value);
  }
}
