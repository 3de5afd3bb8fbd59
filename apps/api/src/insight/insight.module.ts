import { Module } from '@nestjs/common';
import { CATALOGUE, PITFALLS } from '@rolvast/domain';
import { READER_CATALOGUE, READER_PITFALLS } from './catalogue.token.js';
import { MeasureCatalogueResolver } from './measure-catalogue/measure-catalogue.resolver.js';
import { MeasureTrendResolver } from './measure-trend/measure-trend.resolver.js';
import { MeasureTrendService } from './measure-trend/measure-trend.service.js';
import { OrganisationDirectoryResolver } from './organisation-directory/organisation-directory.resolver.js';
import { OrganisationDirectoryService } from './organisation-directory/organisation-directory.service.js';

/** Every resolver of a question. */
export const INSIGHT_RESOLVERS = [MeasureCatalogueResolver, MeasureTrendResolver, OrganisationDirectoryResolver];

/** Answers viewers. Reads schema `published` with the reader role, and nothing else. */
@Module({
  providers: [
    { provide: READER_CATALOGUE, useValue: CATALOGUE },
    { provide: READER_PITFALLS, useValue: PITFALLS },
    MeasureTrendService,
    OrganisationDirectoryService,
    ...INSIGHT_RESOLVERS,
  ],
})
export class InsightModule {}
