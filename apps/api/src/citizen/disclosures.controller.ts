import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller } from '#identity';
import { type Language } from '#journey';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { Problems } from '../problem/problems.decorator.js';
import { DisclosurePage, DisclosureQuery } from './disclosure-document.js';
import { DisclosurePresenter } from './disclosure-presenter.js';

@Citizen()
@Localized()
@ApiTags('citizen')
@Controller('disclosures')
export class DisclosuresController {
  constructor(private readonly presenter: DisclosurePresenter) {}

  @Get()
  @ApiOperation({
    summary: 'Who used your data: which data, to whom, when, for what, on which ground; newest first',
  })
  @ApiOkResponse({ type: DisclosurePage })
  @Problems('invalid', 'unknown-journey')
  page(
    @Query() query: DisclosureQuery,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<DisclosurePage> {
    return this.presenter.page(caller, query, language);
  }
}
