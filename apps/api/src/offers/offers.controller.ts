import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, requesterOf } from '#identity';
import { type Language } from '#journey';
import { JourneyRuntime } from '#runtime';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { requestDigest } from '../http/precondition/idempotency-key.js';
import { IdempotencyKey } from '../http/precondition/idempotent.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { Limited } from '../limits/limited.js';
import { PageQuery } from '../paging/page-query.js';
import { Problems } from '../problem/problems.decorator.js';
import { OfferAnswer, OfferDocument, OfferPage } from './offer-document.js';
import { OfferPresenter } from './offer-presenter.js';

@Citizen()
@Localized()
@ApiTags('citizen')
@Controller('offers')
export class OffersController {
  constructor(
    private readonly runtime: JourneyRuntime,
    private readonly offers: OfferPresenter,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Journeys that are offered to you because an authority has reported something, newest first',
  })
  @ApiOkResponse({ type: OfferPage })
  @Problems('invalid')
  list(
    @Query() query: PageQuery,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<OfferPage> {
    return this.offers.page(caller, query, language);
  }

  @Get(':offer')
  @ApiOperation({ summary: 'An offer: why you get it, what is known already, and until when it stands' })
  @ApiOkResponse({ type: OfferDocument })
  @Problems('unknown-offer')
  one(
    @Param('offer') offer: string,
    @Calling() { person }: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<OfferDocument> {
    return this.offers.one(offer, person, language);
  }

  @Post(':offer')
  @Limited('starts')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take an offer, which begins its journey, or decline it' })
  @ApiOkResponse({ type: OfferDocument, description: 'The offer as it stands now' })
  @Problems(
    'invalid',
    'malformed-header',
    'unknown-offer',
    'unknown-definition',
    'offer-over',
    'key-reused',
    'contradicts',
    'unconfirmed',
  )
  async answer(
    @Param('offer') offer: string,
    @Body() { answer, confirm }: OfferAnswer,
    @IdempotencyKey() key: string | undefined,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<OfferDocument> {
    const { person } = caller;
    const confirmed = confirm && { confirm };
    const digest = requestDigest({ offer, answer, ...confirmed });
    await this.runtime.answerOffer({
      journey: offer,
      ...requesterOf(caller),
      answer,
      ...confirmed,
      ...(key !== undefined && { key, digest }),
    });
    return this.offers.one(offer, person, language);
  }
}
