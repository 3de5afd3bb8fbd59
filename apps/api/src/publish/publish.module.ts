import { Module } from '@nestjs/common';
import { CloseMonthsService } from './close-month/close-months.service.js';
import { PublishDirectoryService } from './directory/publish-directory.service.js';

/** Where pending reflections become blocks that may be shown. */
@Module({
  providers: [CloseMonthsService, PublishDirectoryService],
  exports: [CloseMonthsService, PublishDirectoryService],
})
export class PublishModule {}
