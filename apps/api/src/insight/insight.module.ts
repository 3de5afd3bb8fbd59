import { Module } from '@nestjs/common';
import { CATALOGUE, PITFALLS } from '@rolvast/domain';
import { READER_CATALOGUE, READER_PITFALLS } from './catalogue.token.js';
import { BreakdownReadModel } from './breakdown/breakdown.read-model.js';
import { BreakdownResolver } from './breakdown/breakdown.resolver.js';
import { BreakdownService } from './breakdown/breakdown.service.js';
import { MeasureCatalogueResolver } from './measure-catalogue/measure-catalogue.resolver.js';
import { MeasureTrendResolver } from './measure-trend/measure-trend.resolver.js';
import { MeasureTrendService } from './measure-trend/measure-trend.service.js';
import { OrganisationDirectoryResolver } from './organisation-directory/organisation-directory.resolver.js';
import { OrganisationDirectoryService } from './organisation-directory/organisation-directory.service.js';
import { ParticipationResolver } from './participation/participation.resolver.js';
import { ParticipationService } from './participation/participation.service.js';
import { PublicationExplainedResolver } from './publication-explained/publication-explained.resolver.js';
import { PublicationExplainedService } from './publication-explained/publication-explained.service.js';
import { OrganisationWatchService } from './signals/organisation-watch.service.js';
import { TeamOverviewResolver } from './team-overview/team-overview.resolver.js';
import { TeamOverviewService } from './team-overview/team-overview.service.js';
import { AskWithinScopeService } from './published-place/ask-within-scope.service.js';
import { PublishedPlaceReadModel } from './published-place/published-place.read-model.js';

/** Every resolver of a question. */
export const INSIGHT_RESOLVERS = [BreakdownResolver, MeasureCatalogueResolver, MeasureTrendResolver, OrganisationDirectoryResolver, ParticipationResolver, PublicationExplainedResolver, TeamOverviewResolver];

/** Answers viewers. Reads schema `published` with the reader role, and nothing else. */
@Module({
  providers: [
    { provide: READER_CATALOGUE, useValue: CATALOGUE },
    { provide: READER_PITFALLS, useValue: PITFALLS },
    PublishedPlaceReadModel,
    AskWithinScopeService,
    BreakdownReadModel,
    BreakdownService,
    MeasureTrendService,
    OrganisationDirectoryService,
    ParticipationService,
    PublicationExplainedService,
    OrganisationWatchService,
    TeamOverviewService,
    ...INSIGHT_RESOLVERS,
  ],
})
export class InsightModule {}
