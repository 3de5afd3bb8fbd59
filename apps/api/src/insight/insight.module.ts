import { Module } from '@nestjs/common';
import { CATALOGUE, PITFALLS } from '@rolvast/domain';
import { ChartNotesReadModel } from '../care/follow-up/chart-notes.read-model.js';
import { READER_CATALOGUE, READER_PITFALLS } from './catalogue.token.js';
import { BreakdownReadModel } from './breakdown/breakdown.read-model.js';
import { BreakdownResolver } from './breakdown/breakdown.resolver.js';
import { BreakdownService } from './breakdown/breakdown.service.js';
import { ComparisonResolver } from './comparison/comparison.resolver.js';
import { ComparisonService } from './comparison/comparison.service.js';
import { MeasureCatalogueResolver } from './measure-catalogue/measure-catalogue.resolver.js';
import { MeasureTrendResolver } from './measure-trend/measure-trend.resolver.js';
import { MeasureTrendService } from './measure-trend/measure-trend.service.js';
import { OrganisationDirectoryResolver } from './organisation-directory/organisation-directory.resolver.js';
import { OrganisationDirectoryService } from './organisation-directory/organisation-directory.service.js';
import { ParticipationResolver } from './participation/participation.resolver.js';
import { ParticipationService } from './participation/participation.service.js';
import { PitfallMapResolver } from './pitfall-map/pitfall-map.resolver.js';
import { PitfallMapService } from './pitfall-map/pitfall-map.service.js';
import { PublicationExplainedResolver } from './publication-explained/publication-explained.resolver.js';
import { PublicationExplainedService } from './publication-explained/publication-explained.service.js';
import { OrganisationWatchService } from './signals/organisation-watch.service.js';
import { TeamOverviewResolver } from './team-overview/team-overview.resolver.js';
import { TeamOverviewService } from './team-overview/team-overview.service.js';
import { AskWithinScopeService } from './published-place/ask-within-scope.service.js';
import { PublishedPlaceReadModel } from './published-place/published-place.read-model.js';

/** Every resolver of a question. */
export const INSIGHT_RESOLVERS = [BreakdownResolver, ComparisonResolver, MeasureCatalogueResolver, MeasureTrendResolver, OrganisationDirectoryResolver, ParticipationResolver, PitfallMapResolver, PublicationExplainedResolver, TeamOverviewResolver];

/** Answers viewers. Figures come from schema `published` with the reader role alone; beside them stands what care noted for a chart. */
@Module({
  providers: [
    { provide: READER_CATALOGUE, useValue: CATALOGUE },
    { provide: READER_PITFALLS, useValue: PITFALLS },
    PublishedPlaceReadModel,
    AskWithinScopeService,
    ChartNotesReadModel,
    BreakdownReadModel,
    BreakdownService,
    ComparisonService,
    MeasureTrendService,
    OrganisationDirectoryService,
    ParticipationService,
    PitfallMapService,
    PublicationExplainedService,
    OrganisationWatchService,
    TeamOverviewService,
    ...INSIGHT_RESOLVERS,
  ],
})
export class InsightModule {}
