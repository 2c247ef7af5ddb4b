import { Controller, Get, Param, Post } from '@nestjs/common';
import { Posted, PostedForm } from '../../http/posted.js';
import { SeeOther } from '../../http/see-other.js';
import { ShownAgain } from '../../http/shown-again.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { journeyPath } from '../../paths.js';
import { isProblem } from '../../rest/api-problem.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { FeedbackGivenPage } from './feedback-given-page.js';
import { FeedbackPage } from './feedback-page.js';
import { scoreOf } from './score-of.js';

/** How it went, asked once of each who was in a journey. */
@Controller('forloeb/:journey/tilbagemelding')
export class FeedbackPageController {
  constructor(private readonly citizen: CitizenApi) {}

  @Get()
  async ask(@Param('journey') id: string, @Visiting() visit: Visit) {
    const journey = await this.citizen.journey(visit, id);
    if (journey.links.feedback === undefined) return new SeeOther(journeyPath(id));
    return <FeedbackPage journey={journey} remark="" />;
  }

  @Post()
  async give(@Param('journey') id: string, @PostedForm() posted: Posted, @Visiting() visit: Visit) {
    const journey = await this.citizen.journey(visit, id);
    if (journey.links.feedback === undefined) return new SeeOther(journeyPath(id));
    const [score, remark] = [scoreOf(posted.text('score')), posted.text('remark')];
    if (score === undefined)
      return new ShownAgain(<FeedbackPage journey={journey} remark={remark} faulty />, 422);
    try {
      await this.citizen.giveFeedback(visit, id, { score, ...(remark !== '' && { remark }) });
    } catch (error) {
      // They have said it meanwhile, by pressing twice.
      if (!isProblem(error, 409)) throw error;
    }
    return <FeedbackGivenPage journey={journey} />;
  }
}
