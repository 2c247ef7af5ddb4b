import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller } from '#identity';
import { JourneyFeedback } from '#runtime';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Limited } from '../limits/limited.js';
import { Problems } from '../problem/problems.decorator.js';
import { GivenFeedback } from './feedback-documents.js';

@Citizen()
@ApiTags('citizen')
@Controller('journeys/:journey/feedback')
export class FeedbackController {
  constructor(private readonly feedback: JourneyFeedback) {}

  @Post()
  @Limited('submissions')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Say how it went, once the journey has ended',
    description:
      'Once, while `links.feedback` of the journey is there. Who gave it is kept apart from what they said, and nobody is asked after a loss.',
  })
  @ApiNoContentResponse({ description: 'Thank you' })
  @Problems('invalid', 'unknown-journey', 'not-offered')
  async give(
    @Param('journey') journey: string,
    @Body() given: GivenFeedback,
    @Calling() { person }: Caller,
  ): Promise<void> {
    await this.feedback.give(journey, person, given);
  }
}
