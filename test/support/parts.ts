import { type INestApplicationContext } from '@nestjs/common';
import { type Logger } from 'pino';
import { Catalogue } from '#authorities';
import { MasterKeys, PostgresStores } from '#postgres';
import { PublishingModule } from '#publishing';
import { Queues } from '#queue';
import { CalendarClock, Definitions, JourneyReader, JourneyRuntime, JourneyStore } from '#runtime';
import { LOGGER, Metrics } from '#telemetry';

/** What a test may look into of a system that runs in this process. */
export type Parts = ReturnType<typeof partsOf>;

export function partsOf(app: INestApplicationContext) {
  return {
    catalogue: app.get(Catalogue),
    clock: app.get(CalendarClock),
    definitions: app.get(Definitions),
    journeys: app.get(JourneyStore),
    logger: app.get<Logger>(LOGGER),
    masterKeys: app.get(MasterKeys),
    metrics: app.get(Metrics),
    published: app.get(PublishingModule).published,
    queues: app.get(Queues),
    reader: app.get(JourneyReader),
    runtime: app.get(JourneyRuntime),
    stores: app.get(PostgresStores),
  };
}
