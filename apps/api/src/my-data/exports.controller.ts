import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller } from '#identity';
import { type Language } from '#journey';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { Limited } from '../limits/limited.js';
import { ExportDocument } from './export-document.js';
import { ExportPresenter } from './export-presenter.js';

@Citizen()
@Localized()
@ApiTags('citizen')
@Controller('export')
export class ExportsController {
  constructor(private readonly presenter: ExportPresenter) {}

  @Get()
  @Limited('exports')
  @ApiOperation({
    summary:
      'A copy of everything that is held on you: journeys, answers, documents, messages, disclosures …',
  })
  @ApiOkResponse({ type: ExportDocument })
  read(@Calling() caller: Caller, @PreferredLanguage() language: Language): Promise<ExportDocument> {
    return this.presenter.of(caller, language);
  }
}
