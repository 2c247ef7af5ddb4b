import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { dateAt } from '#calendar';
import { CalendarClock, Definitions, FeedbackStore, SCORES } from '#runtime';
import { Open } from '../access/access.js';
import { Problems } from '../problem/problems.decorator.js';
import { FeedbackDocument, type FeedbackFiguresDocument } from './feedback-documents.js';

/** Fewer could be told apart by those who know them (*k-anonymity*). */
const PUBLISHED_FROM = 5;

@Open()
@ApiTags('citizen')
@Controller('definitions/:definition/feedback')
export class FeedbackOfDefinitionController {
  constructor(
    private readonly definitions: Definitions,
    private readonly feedback: FeedbackStore,
    private readonly calendar: CalendarClock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What those who have been through a journey say of it' })
  @ApiOkResponse({ type: FeedbackDocument })
  @Problems('unknown-definition')
  async one(@Param('definition') id: string): Promise<FeedbackDocument> {
    const { definition } = await this.definitions.inForce(id, dateAt(this.calendar.now()));
    const figures = figuresOf(await this.feedback.counts(definition.id));
    return { publishedFrom: PUBLISHED_FROM, ...(figures.count >= PUBLISHED_FROM && { figures }) };
  }
}

function figuresOf(counts: readonly number[]): FeedbackFiguresDocument {
  const distribution = SCORES.map((score, index) => ({ score, count: counts[index] ?? 0 }));
  const count = distribution.reduce((sum, each) => sum + each.count, 0);
  const sum = distribution.reduce((all, each) => all + each.score * each.count, 0);
  return { count, mean: count === 0 ? 0 : Math.round((10 * sum) / count) / 10, distribution };
}
