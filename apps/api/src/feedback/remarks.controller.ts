import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { dateAt } from '#calendar';
import { CalendarClock, Definitions, FeedbackStore } from '#runtime';
import { Designer } from '../access/access.js';
import { Problems } from '../problem/problems.decorator.js';
import { RemarksDocument } from './feedback-documents.js';

/** So many are read at once. */
const MOST = 200;

@Designer()
@ApiTags('designer')
@Controller('designer/definitions/:definition/remarks')
export class RemarksController {
  constructor(
    private readonly definitions: Definitions,
    private readonly feedback: FeedbackStore,
    private readonly calendar: CalendarClock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'What people have found hard in a journey, in their own words; nobody is named beside them',
  })
  @ApiOkResponse({ type: RemarksDocument })
  @Problems('unknown-definition')
  async list(@Param('definition') id: string): Promise<RemarksDocument> {
    const { definition } = await this.definitions.inForce(id, dateAt(this.calendar.now()));
    return { items: await this.feedback.remarks(definition.id, MOST) };
  }
}
