import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller } from '#identity';
import { type Language } from '#journey';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { PageQuery } from '../paging/page-query.js';
import { Problems } from '../problem/problems.decorator.js';
import { AnswerPage } from './answer-document.js';
import { AnswerPresenter } from './answer-presenter.js';

@Citizen()
@Localized()
@ApiTags('citizen')
@Controller('journeys/:journey/answers')
export class AnswersController {
  constructor(private readonly presenter: AnswerPresenter) {}

  @Get()
  @ApiOperation({ summary: 'What you have sent, newest first, each with a receipt' })
  @ApiOkResponse({ type: AnswerPage })
  @Problems('invalid', 'unknown-journey')
  answers(
    @Param('journey') journey: string,
    @Query() query: PageQuery,
    @Calling() { person }: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<AnswerPage> {
    return this.presenter.page(journey, person, query, language);
  }
}
