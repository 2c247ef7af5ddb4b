import { Controller, Get, Headers, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CATALOGUE, CLOCK } from '#assembly';
import type { Caller } from '#identity';
import type { ServiceCatalogue } from '#journey';
import { Definitions, JourneyRuntime } from '#runtime';
import type { Clock } from '#runtime';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { describeHappening } from '../citizen/describe-journey.js';
import { DefinitionWords } from '../citizen/words.js';
import { Places } from '../http/admission/places.js';
import { requestLanguage } from '../http/request-language.js';
import { EdgeError } from '../problem/edge-error.js';
import { Problems } from '../problem/problems.decorator.js';
import { JourneyStream } from './journey-stream.js';
import type { News } from './journey-stream.js';
import { JourneyStreams } from './journey-streams.js';

const HEARTBEAT_MS = 15_000;

@Citizen()
@ApiTags('citizen')
@Controller('v1/journeys/:journey/stream')
export class StreamController {
  constructor(
    private readonly runtime: JourneyRuntime,
    private readonly definitions: Definitions,
    private readonly streams: JourneyStreams,
    private readonly places: Places,
    @Inject(CATALOGUE) private readonly catalogue: ServiceCatalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Server-sent events: what happens, as it happens',
    description:
      'Events `happened`, each with an item of the list of that name in the journey, and the number in the journal as id. ' +
      'Without Last-Event-ID it begins at the beginning. `over` is the last one of a journey that has ended; coming back after it answers 204.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The id of the last event you have' })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @ApiNoContentResponse({ description: 'The journey has ended and you have everything' })
  @Problems('unknown-journey', 'malformed-header')
  async open(
    @Param('journey') journey: string,
    @Headers('last-event-id') last: string | undefined,
    @Calling() { person, expires }: Caller,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const after = lastEvent(last);
    const words = await this.#words(journey, person, request);
    const news: News = async since => {
      const { happened, status } = await this.runtime.view(journey, person);
      return {
        happened: happened
          .filter(({ seq }) => seq > since)
          .map(happening => describeHappening(happening, words)),
        over: status === 'done' || status === 'cancelled',
      };
    };
    if (last !== undefined) {
      const { happened, over } = await news(after);
      if (over && happened.length === 0) {
        response.status(204).end();
        return;
      }
    }
    if (request.method === 'HEAD') {
      response.status(200).type('text/event-stream').end();
      return;
    }
    const lifetime = Math.max(0, expires - this.clock.now());
    response.set('Content-Language', words.language);
    const stream = new JourneyStream(response, { journey, after, news, heartbeat: HEARTBEAT_MS, lifetime });
    // It has been answered: an open stream is no request under way.
    this.places.leave(response);
    await this.streams.add(stream);
  }

  async #words(journey: string, person: string, request: Request): Promise<DefinitionWords> {
    const { hash } = await this.runtime.view(journey, person);
    const { definition } = await this.definitions.byHash(hash);
    return new DefinitionWords(definition, this.catalogue, requestLanguage(request));
  }
}

function lastEvent(header: string | undefined): number {
  if (header === undefined || header === '') return 0;
  if (!/^\d{1,9}$/.test(header)) {
    throw new EdgeError(
      'malformed-header',
      'Last-Event-ID must be the id of an event of this stream, a number.',
    );
  }
  return Number(header);
}
