import { Module } from '@nestjs/common';
import { CATALOGUE } from '@rolvast/domain';
import { READER_CATALOGUE } from './catalogue.token.js';
import { MeasureTrendResolver } from './measure-trend/measure-trend.resolver.js';
import { MeasureTrendService } from './measure-trend/measure-trend.service.js';
import { OrganisationDirectoryResolver } from './organisation-directory/organisation-directory.resolver.js';
import { OrganisationDirectoryService } from './organisation-directory/organisation-directory.service.js';

/** Every resolver; the committed schema is made from these. */
export const RESOLVERS = [MeasureTrendResolver, OrganisationDirectoryResolver];

/** Answers readers. Reads schema `published` with the reader role, and nothing else. */
@Module({
  providers: [{ provide: READER_CATALOGUE, useValue: CATALOGUE }, MeasureTrendService, OrganisationDirectoryService, ...RESOLVERS],
})
export class InsightModule {}
