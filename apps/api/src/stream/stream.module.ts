import { Module } from '@nestjs/common';
import { CitizenModule } from '../citizen/citizen.module.js';
import { OpenStreamsGuard } from '../limits/open-streams.guard.js';
import { JourneyStreams } from './journey-streams.js';
import { StreamController } from './stream.controller.js';

/** Server-sent events: what happens in a journey, as it happens. */
@Module({
  imports: [CitizenModule],
  controllers: [StreamController],
  providers: [JourneyStreams, OpenStreamsGuard],
})
export class StreamModule {}
