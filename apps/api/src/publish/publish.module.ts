import { Module } from '@nestjs/common';
import { CATALOGUE } from '@rolvast/domain';
import { BLOCK_CATALOGUE } from './build-blocks/catalogue.token.js';
import { CloseMonthsService } from './close-month/close-months.service.js';
import { PublishDirectoryService } from './directory/publish-directory.service.js';

/** Where pending reflections become blocks that may be shown. */
@Module({
  providers: [{ provide: BLOCK_CATALOGUE, useValue: CATALOGUE }, CloseMonthsService, PublishDirectoryService],
  exports: [CloseMonthsService, PublishDirectoryService],
})
export class PublishModule {}
