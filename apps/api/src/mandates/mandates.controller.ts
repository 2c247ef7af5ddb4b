import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller } from '#identity';
import { type Language } from '#journey';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { MandatesDocument } from './mandate-documents.js';
import { MandatePresenter } from './mandate-presenter.js';

@Citizen()
@Localized()
@ApiTags('citizen')
@Controller('mandates')
export class MandatesController {
  constructor(private readonly presenter: MandatePresenter) {}

  @Get()
  @ApiOperation({ summary: 'For whom you may act, and who may act for you: on which ground, until when' })
  @ApiOkResponse({ type: MandatesDocument })
  list(@Calling() caller: Caller, @PreferredLanguage() language: Language): Promise<MandatesDocument> {
    return this.presenter.list(caller, language);
  }
}
