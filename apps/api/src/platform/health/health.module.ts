import { Module, type DynamicModule } from '@nestjs/common';
import { DatabaseWatch } from './database-watch.js';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.js';

/** Health of the process, and the watch over the database that others may listen to. */
@Module({})
export class HealthModule {
  /** @param databaseUrl with a login that may connect. */
  static forRoot(databaseUrl: string): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [
        { provide: DatabaseWatch, useFactory: () => new DatabaseWatch(databaseUrl) },
        { provide: Readiness, useFactory: (watch: DatabaseWatch) => new Readiness(watch), inject: [DatabaseWatch] },
      ],
      exports: [DatabaseWatch, Readiness],
    };
  }
}
