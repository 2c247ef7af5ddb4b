import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, requesterOf } from '#identity';
import { type Language } from '#journey';
import { Corrections, RequestError } from '#runtime';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { DisclosureIds } from '../citizen/disclosure-ids.js';
import { IdempotencyKey } from '../http/precondition/idempotent.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { Limited } from '../limits/limited.js';
import { PageQuery } from '../paging/page-query.js';
import { Problems } from '../problem/problems.decorator.js';
import { CorrectionDocument, CorrectionPage } from './correction-document.js';
import { CorrectionOrder } from './correction-order.js';
import { CorrectionPresenter } from './correction-presenter.js';

@Citizen()
@Localized()
@ApiTags('citizen')
@Controller('corrections')
export class CorrectionsController {
  constructor(
    private readonly corrections: Corrections,
    private readonly presenter: CorrectionPresenter,
    private readonly disclosures: DisclosureIds,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What you have asked to have corrected in your data, newest first' })
  @ApiOkResponse({ type: CorrectionPage })
  @Problems('invalid')
  page(
    @Query() query: PageQuery,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<CorrectionPage> {
    return this.presenter.page(caller, query, language);
  }

  @Get(':correction')
  @ApiOperation({ summary: 'One of them, with the answer of the authority' })
  @ApiOkResponse({ type: CorrectionDocument })
  @Problems('unknown-correction')
  one(
    @Param('correction') correction: string,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<CorrectionDocument> {
    return this.presenter.one(correction, caller, language);
  }

  @Post()
  @Limited('corrections')
  @ApiOperation({
    summary: 'Ask an authority to correct your data (GDPR art. 16)',
    description:
      'It is stored, and sent to the authority, which has a month to answer. You are told by message that it was asked, and what is answered.',
  })
  @ApiCreatedResponse({ type: CorrectionDocument })
  @Problems('invalid', 'malformed-header', 'unknown-disclosure', 'no-mandate', 'key-reused')
  async ask(
    @Body() { disclosure, category, wrong, right }: CorrectionOrder,
    @IdempotencyKey() key: string | undefined,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<CorrectionDocument> {
    const dispatch = this.disclosures.dispatchOf(disclosure, caller.person);
    if (dispatch === undefined) {
      throw new RequestError('unknown-disclosure', 'this is the id of no disclosure to you');
    }
    const correction = await this.corrections.ask({
      ...requesterOf(caller),
      dispatch,
      ...(category !== undefined && { category }),
      wrong: wrong.trim(),
      right: right.trim(),
      ...(key !== undefined && { key }),
    });
    return this.presenter.document(correction, caller, language);
  }
}
