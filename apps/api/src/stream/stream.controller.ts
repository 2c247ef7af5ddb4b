import { Controller, Get, Headers, Param, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { type Caller, EndedSessions, sessionOver } from '#identity';
import { type Language } from '#journey';
import { JourneyReader, unknownJourney, WallClock } from '#runtime';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Leave } from '../access/leave.js';
import { HolderNames } from '../citizen/holder-names.js';
import { describeHappening } from '../citizen/describe-journey.js';
import { JourneyPresenter, wordsFor } from '../citizen/journey-presenter.js';
import { Places } from '../http/admission/places.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { Limited } from '../limits/limited.js';
import { OpenStreamsGuard } from '../limits/open-streams.guard.js';
import { EdgeError } from '../problem/edge-error.js';
import { Problems } from '../problem/problems.decorator.js';
import { JourneyStream, type News } from './journey-stream.js';
import { JourneyStreams } from './journey-streams.js';
import { EVENT_STREAM, HappenedEvent, OverEvent } from './stream-events.js';

const HEARTBEAT_MS = 15_000;
/** Most entries read at once. */
const PAGE = 100;

@Citizen()
@ApiTags('citizen')
@Controller('journeys/:journey/stream')
export class StreamController {
  constructor(
    private readonly reader: JourneyReader,
    private readonly presenter: JourneyPresenter,
    private readonly streams: JourneyStreams,
    private readonly places: Places,
    private readonly clock: WallClock,
    private readonly leave: Leave,
    private readonly holders: HolderNames,
    private readonly ended: EndedSessions,
  ) {}

  @Get()
  @Limited('streams')
  @UseGuards(OpenStreamsGuard)
  @ApiOperation({
    summary: 'Server-sent events: what happens, as it happens',
    description:
      'Events `happened`, each with an item of the list of that name in the journey, and its id; read the journey again for its tasks. ' +
      'Without Last-Event-ID it begins at the beginning. `over` is the last one of a journey that has ended; coming back after it answers 204.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The id of the last event you have' })
  @ApiExtraModels(HappenedEvent, OverEvent)
  @ApiOkResponse({ content: { 'text/event-stream': EVENT_STREAM } })
  @ApiNoContentResponse({ description: 'The journey has ended and you have everything' })
  @Problems('unknown-journey', 'malformed-header')
  async open(
    @Param('journey') journey: string,
    @Headers('last-event-id') last: string | undefined,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { person, session, expires } = caller;
    const after = this.#lastEvent(journey, person, last);
    // Whether it is theirs, before anything is answered.
    await this.reader.open(journey, person);
    const idOf = this.presenter.idOf(journey, person);
    const news: News = async since => {
      if (session !== undefined && (await this.ended.includes(session))) throw sessionOver();
      // The mandate or help may have ended since the stream was opened, and another that is left may be for other journeys.
      if (caller.holder !== undefined) await this.#requireLeave(caller, journey);
      const range = { after: since, limit: PAGE };
      const { opened, items, status, last: read, more } = await this.reader.timeline(journey, person, range);
      const words = wordsFor(opened, language, await this.holders.of(items, person));
      return {
        happened: items.map(item => describeHappening(item, words, idOf)),
        ...(read !== undefined && { last: read }),
        more,
        over: status === 'done' || status === 'cancelled',
      };
    };
    if (last !== undefined) {
      const { happened, more, over } = await news(after);
      if (over && !more && happened.length === 0) {
        response.status(204).end();
        return;
      }
    }
    if (request.method === 'HEAD') {
      response.status(200).type('text/event-stream').end();
      return;
    }
    const lifetime = Math.max(0, expires - this.clock.now());
    response.set('Content-Language', language);
    const stream = new JourneyStream(response, { journey, after, news, heartbeat: HEARTBEAT_MS, lifetime });
    // It has been answered: an open stream is no request under way.
    this.places.leave(response);
    await this.streams.add(stream);
  }

  async #requireLeave(caller: Caller, journey: string): Promise<void> {
    const left = await this.leave.of(caller, caller.person);
    if (!(await this.leave.reaches(left, journey))) throw unknownJourney(journey);
  }

  #lastEvent(journey: string, person: string, id: string | undefined): number {
    if (id === undefined || id === '') return 0;
    const seq = this.presenter.versionOf(journey, person, id);
    if (seq !== undefined && seq >= 0) return seq;
    throw new EdgeError(
      'malformed-header',
      'Last-Event-ID must be the id of an event that this stream gave you.',
    );
  }
}
