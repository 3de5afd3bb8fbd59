import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { findBreakdowns, type Catalogue, type PitfallCatalogue } from '@rolvast/domain';
import { READER_CATALOGUE, READER_PITFALLS } from '../catalogue.token.js';
import { toBreakdownDefinition, toMeasureDefinitions } from './measure-catalogue.mapper.js';
import { BreakdownDefinition, MeasureDefinition } from './measure-catalogue.object.js';

/** What can be asked and what it means. The same for every reader, and about nobody. */
@Resolver()
export class MeasureCatalogueResolver {
  constructor(
    @Inject(READER_CATALOGUE) private readonly catalogue: Catalogue,
    @Inject(READER_PITFALLS) private readonly pitfalls: PitfallCatalogue,
  ) {}

  @Query(() => [MeasureDefinition], { description: 'Every measure, in the order in which lists show them.' })
  measures(): MeasureDefinition[] {
    return toMeasureDefinitions(this.catalogue);
  }

  @Query(() => [BreakdownDefinition], { description: 'Every breakdown with all its categories.' })
  breakdowns(): BreakdownDefinition[] {
    return findBreakdowns(this.pitfalls).map(toBreakdownDefinition);
  }
}
