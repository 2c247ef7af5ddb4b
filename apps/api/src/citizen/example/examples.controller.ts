import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { dateAt } from '#calendar';
import { type Language } from '#journey';
import { JourneyStudies } from '#publishing';
import { CalendarClock, Definitions, RequestError } from '#runtime';
import { Open } from '../../access/access.js';
import { Localized } from '../../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../../http/representation/preferred-language.js';
import { Problems } from '../../problem/problems.decorator.js';
import { describeExample } from './describe-example.js';
import { ExampleDocument } from './example-document.js';

/** A journey shown from end to end before anybody starts it. Open to all. */
@Open()
@Localized()
@ApiTags('citizen')
@Controller('definitions/:definition/example')
export class ExamplesController {
  constructor(
    private readonly definitions: Definitions,
    private readonly studies: JourneyStudies,
    private readonly clock: CalendarClock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The journey in force, played from end to end with people who are made up' })
  @ApiOkResponse({ type: ExampleDocument })
  @Problems('unknown-definition', 'unknown-example', 'unavailable')
  async example(
    @Param('definition') id: string,
    @PreferredLanguage() language: Language,
  ): Promise<ExampleDocument> {
    const compiled = await this.definitions.inForce(id, dateAt(this.clock.now()));
    const { hash, effective } = compiled.definition;
    const play = await this.studies.example({ id, hash, effective });
    if (!play) throw new RequestError('unknown-example', `no scenario of ${id} shows it from end to end`);
    return describeExample(play, compiled, language);
  }
}
