import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller } from '#identity';
import { type Language } from '#journey';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { OverviewDocument } from './overview-document.js';
import { OverviewPresenter } from './overview-presenter.js';

@Citizen()
@Localized()
@ApiTags('citizen')
@Controller('overview')
export class OverviewController {
  constructor(private readonly presenter: OverviewPresenter) {}

  @Get()
  @ApiOperation({
    summary:
      'What you must do and by when over all your journeys, what authorities owe you, what they have decided and pay, and where you are to be',
  })
  @ApiOkResponse({ type: OverviewDocument })
  read(@Calling() caller: Caller, @PreferredLanguage() language: Language): Promise<OverviewDocument> {
    return this.presenter.of(caller, language);
  }
}
