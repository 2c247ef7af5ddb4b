import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, requesterOf } from '#identity';
import { type Language } from '#journey';
import { JourneyRuntime } from '#runtime';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Helps } from '../audit/helping-act.js';
import { requestDigest } from '../http/precondition/idempotency-key.js';
import { IdempotencyKey } from '../http/precondition/idempotent.js';
import { IfMatch } from '../http/precondition/if-match.js';
import { EntityTagged } from '../http/representation/entity-tag.interceptor.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { Reply } from '../http/representation/reply.js';
import { Limited } from '../limits/limited.js';
import { PageQuery, limitOf } from '../paging/page-query.js';
import { Problems } from '../problem/problems.decorator.js';
import { CancellationDocument } from './cancellation-document.js';
import { HappenedPage, JourneyDocument, JourneyPage } from './journey-document.js';
import { JourneyPresenter } from './journey-presenter.js';
import { StartJourney } from './start-journey.js';

@Citizen()
@Localized()
@ApiTags('citizen')
@Controller('journeys')
export class JourneysController {
  constructor(
    private readonly runtime: JourneyRuntime,
    private readonly presenter: JourneyPresenter,
  ) {}

  @Post()
  @Helps('assisted-start', ({ id }: JourneyDocument) => [id])
  @Limited('starts')
  @EntityTagged()
  @ApiOperation({ summary: 'Start a journey' })
  @ApiCreatedResponse({ type: JourneyDocument, description: 'Started; Location says where it is' })
  @ApiOkResponse({ type: JourneyDocument, description: 'The journey that was started with this key before' })
  @Problems(
    'invalid',
    'malformed-header',
    'unknown-definition',
    'key-reused',
    'no-mandate',
    'contradicts',
    'unconfirmed',
  )
  async start(
    @Body() { definition, confirm }: StartJourney,
    @IdempotencyKey() key: string | undefined,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<Reply<JourneyDocument>> {
    const { person } = caller;
    const confirmed = confirm && { confirm };
    const digest = requestDigest({ definition, ...confirmed });
    const { record, created } = await this.runtime.start({
      definition,
      ...requesterOf(caller),
      ...confirmed,
      ...(key !== undefined && { key, digest }),
    });
    const document = await this.presenter.of(record, person, language);
    return new Reply(document, {
      status: created ? 201 : 200,
      headers: { Location: `/v1/journeys/${record.id}` },
    });
  }

  @Get()
  @ApiOperation({ summary: 'The journeys you take part in, newest first' })
  @ApiOkResponse({ type: JourneyPage })
  @Problems('invalid')
  list(
    @Query() query: PageQuery,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<JourneyPage> {
    return this.presenter.list(caller, query, language);
  }

  @Get(':journey')
  @EntityTagged()
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
  one(
    @Param('journey') journey: string,
    @Calling() { person }: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<JourneyDocument> {
    return this.presenter.one(journey, person, language);
  }

  @Get(':journey/happened')
  @ApiOperation({ summary: 'What has happened, newest first, by the page' })
  @ApiOkResponse({ type: HappenedPage })
  @Problems('invalid', 'unknown-journey')
  happened(
    @Param('journey') journey: string,
    @Query() query: PageQuery,
    @Calling() { person }: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<HappenedPage> {
    return this.presenter.happened(journey, person, { ...query, limit: limitOf(query) }, language);
  }

  @Get(':journey/cancellation')
  @ApiOperation({ summary: 'What cancelling would undo, and what stays done' })
  @ApiOkResponse({ type: CancellationDocument })
  @Problems('unknown-journey', 'not-cancellable', 'journey-ended', 'journey-held')
  async cancellation(
    @Param('journey') journey: string,
    @Calling() { person }: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<CancellationDocument> {
    return this.presenter.cancellation(journey, person, language);
  }

  @Post(':journey/cancellation')
  @EntityTagged()
  @Limited('submissions')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel: stop what is waited for, and undo what was done, last first' })
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
    @IfMatch() version: string | undefined,
    @IdempotencyKey() key: string | undefined,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<JourneyDocument> {
    const { person } = caller;
    const expects = this.presenter.versionOf(journey, person, version);
    const record = await this.runtime.cancel({
      journey,
      ...requesterOf(caller),
      ...(expects !== undefined && { expects }),
      ...(key !== undefined && { key, digest: requestDigest({ cancellation: true }) }),
    });
    return this.presenter.of(record, person, language);
  }
}
