import { Module } from '@nestjs/common';
import { MeasureTrendResolver } from './measure-trend/measure-trend.resolver.js';
import { MeasureTrendService } from './measure-trend/measure-trend.service.js';
import { OrganisationDirectoryResolver } from './organisation-directory/organisation-directory.resolver.js';
import { OrganisationDirectoryService } from './organisation-directory/organisation-directory.service.js';

/** Answers readers. Reads schema `published` with the reader role, and nothing else. */
@Module({
  providers: [MeasureTrendService, MeasureTrendResolver, OrganisationDirectoryService, OrganisationDirectoryResolver],
})
export class InsightModule {}
