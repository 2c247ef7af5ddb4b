import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { bearerOf, type Caller } from '#identity';
import { type Language } from '#journey';
import { GivenMandates, type MandateRequest, PersonVault, RequestError } from '#runtime';
import { cprNumber } from '#schema';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { IdempotencyKey } from '../http/precondition/idempotent.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { Limited } from '../limits/limited.js';
import { Problems } from '../problem/problems.decorator.js';
import { MandateDocument, MandatePreviewDocument, MandatesDocument } from './mandate-documents.js';
import { MandateOrder } from './mandate-order.js';
import { MandatePresenter } from './mandate-presenter.js';

@Citizen()
@Localized()
@ApiTags('citizen')
@Controller('mandates')
export class MandatesController {
  constructor(
    private readonly given: GivenMandates,
    private readonly presenter: MandatePresenter,
    private readonly vault: PersonVault,
  ) {}

  /** Their own, whomever they act for: who else may act for that person is not theirs to know. */
  @Get()
  @ApiOperation({ summary: 'For whom you may act, and who may act for you: on which ground, until when' })
  @ApiOkResponse({ type: MandatesDocument })
  list(@Calling() caller: Caller, @PreferredLanguage() language: Language): Promise<MandatesDocument> {
    return this.presenter.list(bearerOf(caller), language);
  }

  /** Whoever acts for another cannot give that on: a mandate is the person's own to give. */
  @Post()
  @Limited('mandates')
  @ApiOperation({
    summary: 'Give somebody leave to act for you',
    description:
      'What is answered is the same whether or not there is somebody with that CPR number: nobody learns of them here. ' +
      'The two are told of it by message.',
  })
  @ApiCreatedResponse({ type: MandateDocument })
  @Problems('invalid', 'malformed-header', 'forbidden', 'no-mandate', 'key-reused')
  async give(
    @Body() order: MandateOrder,
    @IdempotencyKey() key: string | undefined,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<MandateDocument> {
    refuseActing(caller);
    const mandate = await this.given.give({
      ...requestOf(order, caller),
      holder: () => this.vault.personOf(cprNumber(order.cpr)!),
      ...(key !== undefined && { key }),
    });
    return this.presenter.one(mandate, caller.person, language);
  }

  @Post('preview')
  @HttpCode(200)
  @Limited('drafts')
  @ApiOperation({ summary: 'What giving a mandate would mean, in words; nothing is given' })
  @ApiOkResponse({ type: MandatePreviewDocument })
  @Problems('invalid', 'forbidden', 'no-mandate')
  async preview(
    @Body() order: MandateOrder,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<MandatePreviewDocument> {
    refuseActing(caller);
    const words = await this.given.preview(requestOf(order, caller));
    return { text: words[language].body };
  }

  @Delete(':mandate')
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraw a mandate that you have given, or renounce one that you hold' })
  @ApiNoContentResponse({ description: 'It has ended, and what was open under it' })
  @Problems('no-mandate', 'unknown-mandate')
  async end(@Param('mandate') mandate: string, @Calling() caller: Caller): Promise<void> {
    refuseActing(caller);
    await this.given.end(mandate, caller.person);
  }
}

function requestOf(
  { name, yourName, journeys, from, until }: MandateOrder,
  { person }: Caller,
): Omit<MandateRequest, 'holder' | 'key'> {
  return {
    person,
    names: { holder: name.trim(), person: yourName.trim() },
    journeys: journeys ?? 'all',
    ...(from !== undefined && { from }),
    until,
  };
}

function refuseActing({ holder }: Caller): void {
  if (holder === undefined) return;
  throw new RequestError('no-mandate', 'nobody gives or ends a mandate for another: leave On-Behalf-Of out');
}
