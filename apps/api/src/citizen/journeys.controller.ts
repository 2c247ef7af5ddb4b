import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { type Caller } from '#identity';
import { JourneyRuntime } from '#runtime';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { expectedVersion, stillFresh } from '../http/entity-tag.js';
import { idempotencyKey, requestDigest } from '../http/idempotency-key.js';
import { requestLanguage } from '../http/request-language.js';
import { Limited } from '../limits/limited.js';
import { PageQuery, limitOf } from '../paging/page-query.js';
import { Problems } from '../problem/problems.decorator.js';
import { CancellationDocument } from './cancellation-document.js';
import { HappenedPage, JourneyDocument } from './journey-document.js';
import { JourneyPage } from './journey-page.js';
import { JourneyPresenter } from './journey-presenter.js';
import { StartJourney } from './start-journey.js';

const IF_MATCH = ApiHeader({
  name: 'If-Match',
  required: false,
  description: 'The ETag of the journey as you read it: refused when it has moved since',
});
const KEY = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description: 'Names this request once and for all: sending it again with the same key changes nothing more',
});

@Citizen()
@ApiTags('citizen')
@Controller('v1/journeys')
export class JourneysController {
  constructor(
    private readonly runtime: JourneyRuntime,
    private readonly presenter: JourneyPresenter,
  ) {}

  @Post()
  @Limited('starts')
  @ApiOperation({ summary: 'Start a journey' })
  @KEY
  @ApiCreatedResponse({ type: JourneyDocument, description: 'Started; Location says where it is' })
  @ApiOkResponse({ type: JourneyDocument, description: 'The journey that was started with this key before' })
  @Problems('invalid', 'malformed-header', 'unknown-definition', 'key-reused')
  async start(
    @Body() { definition }: StartJourney,
    @Headers('idempotency-key') header: string | undefined,
    @Calling() { person }: Caller,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JourneyDocument> {
    const key = idempotencyKey(header);
    const digest = requestDigest({ definition });
    const { record, created } = await this.runtime.start({
      definition,
      person,
      ...(key !== undefined && { key, digest }),
    });
    response.status(created ? 201 : 200).location(`/v1/journeys/${record.id}`);
    return this.presenter.of(record, person, request, response);
  }

  @Get()
  @ApiOperation({ summary: 'The journeys you take part in, newest first' })
  @ApiOkResponse({ type: JourneyPage })
  @Problems('invalid')
  list(
    @Query() query: PageQuery,
    @Calling() { person }: Caller,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JourneyPage> {
    const language = requestLanguage(request);
    response.set({ 'Content-Language': language, Vary: 'Accept-Language' });
    return this.presenter.list(person, query, language);
  }

  @Get(':journey')
  @ApiOperation({
    summary: 'What has happened, what happens by itself, what you must do, who does what by when',
  })
  @ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: 'The ETag you have: 304 when it is still right',
  })
  @ApiOkResponse({ type: JourneyDocument })
  @Problems('unknown-journey')
  async one(
    @Param('journey') journey: string,
    @Headers('if-none-match') known: string | undefined,
    @Calling() { person }: Caller,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JourneyDocument | undefined> {
    const document = await this.presenter.one(journey, person, request, response);
    if (!stillFresh(known, String(response.get('ETag')))) return document;
    response.status(304);
    return undefined;
  }

  @Get(':journey/happened')
  @ApiOperation({ summary: 'What has happened, newest first, by the page' })
  @ApiOkResponse({ type: HappenedPage })
  @Problems('invalid', 'unknown-journey')
  happened(
    @Param('journey') journey: string,
    @Query() query: PageQuery,
    @Calling() { person }: Caller,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<HappenedPage> {
    return this.presenter.happened(journey, person, { ...query, limit: limitOf(query) }, request, response);
  }

  @Get(':journey/cancellation')
  @ApiOperation({ summary: 'What cancelling would undo, and what stays done' })
  @ApiOkResponse({ type: CancellationDocument })
  @Problems('unknown-journey', 'not-cancellable', 'journey-ended', 'journey-held')
  async cancellation(
    @Param('journey') journey: string,
    @Calling() { person }: Caller,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CancellationDocument> {
    return this.presenter.cancellation(journey, person, request, response);
  }

  @Post(':journey/cancellation')
  @Limited('submissions')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel: stop what is waited for, and undo what was done, last first' })
  @IF_MATCH
  @KEY
  @ApiOkResponse({ type: JourneyDocument, description: 'The journey as it stands now' })
  @Problems(
    'unknown-journey',
    'not-cancellable',
    'journey-ended',
    'journey-held',
    'key-reused',
    'stale',
    'malformed-header',
  )
  async cancel(
    @Param('journey') journey: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Headers('idempotency-key') header: string | undefined,
    @Calling() { person }: Caller,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JourneyDocument> {
    const expects = this.presenter.versionOf(journey, person, expectedVersion(ifMatch));
    const key = idempotencyKey(header);
    const record = await this.runtime.cancel({
      journey,
      person,
      ...(expects !== undefined && { expects }),
      ...(key !== undefined && { key, digest: requestDigest({ cancellation: true }) }),
    });
    return this.presenter.of(record, person, request, response);
  }
}
