import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { dateAt, dateInWords } from '#calendar';
import { type Caller, reaches } from '#identity';
import { type Language } from '#journey';
import { EarlierAnswers } from '#runtime';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { Problems } from '../problem/problems.decorator.js';
import { EarlierAnswersDocument } from './earlier-answer-document.js';

const FROM = { da: 'Fra', en: 'From' } as const;

@Citizen()
@Localized()
@ApiTags('citizen')
@Controller('journeys/:journey/tasks/:task/earlier-answers')
export class EarlierAnswersController {
  constructor(private readonly answers: EarlierAnswers) {}

  @Get()
  @ApiOperation({
    summary: 'What you have answered before, for fields of the form that mean the same (`x-means`)',
    description:
      'From your own journeys alone, the latest answer to each field that is not filled in already. Nothing of it is sent for you.',
  })
  @ApiOkResponse({ type: EarlierAnswersDocument })
  @Problems('unknown-journey', 'not-offered')
  async of(
    @Param('journey') journey: string,
    @Param('task') task: string,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<EarlierAnswersDocument> {
    const found = await this.answers.of(journey, task, caller.person, definition =>
      reaches(caller, definition),
    );
    return {
      items: found.map(({ field, value, at, journey: other, reference, title }) => {
        const day = dateAt(at);
        const source = `${FROM[language]} ${title[language]}, ${reference}, ${dateInWords(day)[language]}`;
        return { field, value, source, journey: other, reference, day };
      }),
    };
  }
}
