import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Posted, PostedForm } from '../../http/posted.js';
import { SeeOther } from '../../http/see-other.js';
import { ShownAgain } from '../../http/shown-again.js';
import { OpenToAll } from '../../http/visit.guard.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { journeyPath } from '../../paths.js';
import { isContradiction } from '../../rest/api-problem.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { BeforeStartPage } from './before-start-page.js';
import { confirmedIn } from './contradiction-alert.js';
import { StartPage } from './start-page.js';

/** Which journey is mine, what it means to start it, and starting it. One should know before signing in. */
@Controller('start')
export class StartController {
  constructor(private readonly citizen: CitizenApi) {}

  @Get()
  @OpenToAll()
  async find(@Query('q') q: string | undefined, @Visiting() visit: Visit) {
    const question = typeof q === 'string' ? q.slice(0, LONGEST) : '';
    return <StartPage question={question} page={await this.citizen.definitions(visit, question)} />;
  }

  @Get(':definition')
  @OpenToAll()
  async before(@Param('definition') id: string, @Visiting() visit: Visit) {
    const [definition, feedback] = await Promise.all([
      this.citizen.definition(visit, id),
      this.citizen.feedbackOf(visit, id),
    ]);
    return <BeforeStartPage definition={definition} feedback={feedback} sendKey={randomUUID()} />;
  }

  @Post(':definition')
  async start(@Param('definition') id: string, @PostedForm() posted: Posted, @Visiting() visit: Visit) {
    const confirm = confirmedIn(posted.text('confirm'));
    try {
      const { id: journey } = await this.citizen.start(visit, id, posted.text('key'), confirm);
      return new SeeOther(journeyPath(journey));
    } catch (error) {
      if (!isContradiction(error)) throw error;
      const { contradictions } = error;
      const [definition, feedback] = await Promise.all([
        this.citizen.definition(visit, id),
        this.citizen.feedbackOf(visit, id),
      ]);
      const page = { definition, feedback, contradictions };
      return new ShownAgain(<BeforeStartPage {...page} sendKey={randomUUID()} />, 409);
    }
  }
}

/** Characters of a question. */
const LONGEST = 200;
