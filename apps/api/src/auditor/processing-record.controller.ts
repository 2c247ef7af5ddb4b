import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Catalogue } from '#authorities';
import { dateAt } from '#calendar';
import { type Language } from '#journey';
import { CalendarClock, Definitions } from '#runtime';
import { type ProcessingRecord, processingRecord, recordInMarkdown } from '#workshop';
import { Auditor } from '../access/access.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { ProcessingRecordDocument, recordedJourney } from './processing-record-documents.js';

/** The record of processing activities, made of what is published. */
@Auditor()
@Localized()
@ApiTags('auditor')
@Controller('audit')
export class ProcessingRecordController {
  constructor(
    private readonly definitions: Definitions,
    private readonly catalogue: Catalogue,
    private readonly calendar: CalendarClock,
  ) {}

  @Get('record')
  @ApiOperation({ summary: 'The record of processing activities (GDPR art. 30)' })
  @ApiOkResponse({ type: ProcessingRecordDocument })
  async read(@PreferredLanguage() language: Language): Promise<ProcessingRecordDocument> {
    return { journeys: (await this.#records()).map(record => recordedJourney(record, language)) };
  }

  @Get('record.md')
  @Header('Content-Type', 'text/markdown; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="record-of-processing.md"')
  @ApiOperation({ summary: 'The same as a file, in Markdown' })
  @ApiProduces('text/markdown')
  @ApiOkResponse({ schema: { type: 'string' } })
  async file(@PreferredLanguage() language: Language): Promise<string> {
    return `${recordInMarkdown(await this.#records(), language).join('\n')}\n`;
  }

  async #records(): Promise<readonly ProcessingRecord[]> {
    const inForce = await this.definitions.startable(dateAt(this.calendar.now()));
    const compiled = await Promise.all(inForce.map(({ hash }) => this.definitions.byHash(hash)));
    return compiled
      .map(({ definition }) => processingRecord(definition, this.catalogue))
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  }
}
