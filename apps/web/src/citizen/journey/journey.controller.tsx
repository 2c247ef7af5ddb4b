import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Posted, PostedForm } from '../../http/posted.js';
import { SeeOther } from '../../http/see-other.js';
import { ShownAgain } from '../../http/shown-again.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { journeyPath } from '../../paths.js';
import { type ApiProblem, isProblem } from '../../rest/api-problem.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { CancellationPage } from './cancellation-page.js';
import { HappenedListPage } from './happened-list-page.js';
import { JourneyNews } from './journey-news.js';
import { OneJourneyPage } from './journey-page.js';
import { NotCancellablePage } from './not-cancellable-page.js';

/** One journey: what to do now, where it stands, and what has happened. */
@Controller('forloeb/:journey')
export class JourneyController {
  constructor(
    private readonly citizen: CitizenApi,
    private readonly news: JourneyNews,
  ) {}

  @Get()
  async show(@Param('journey') journey: string, @Visiting() visit: Visit) {
    return <OneJourneyPage journey={await this.citizen.journey(visit, journey)} />;
  }

  @Get('haendelser')
  async happened(
    @Param('journey') id: string,
    @Query('efter') after: string | undefined,
    @Visiting() visit: Visit,
  ) {
    const [journey, page] = await Promise.all([
      this.citizen.journey(visit, id),
      this.citizen.happened(visit, id, { after }),
    ]);
    return <HappenedListPage journey={journey} page={page} />;
  }

  @Get('annuller')
  async beforeCancelling(@Param('journey') id: string, @Visiting() visit: Visit) {
    return this.#cancellationPage(visit, id);
  }

  @Post('annuller')
  async cancel(@Param('journey') id: string, @PostedForm() posted: Posted, @Visiting() visit: Visit) {
    try {
      await this.citizen.cancel(visit, id, posted.text('version'), posted.text('key'));
    } catch (error) {
      if (isProblem(error, 409)) return this.#refused(visit, id, error);
      if (isProblem(error, 412)) return this.#cancellationPage(visit, id, true);
      throw error;
    }
    return new SeeOther(journeyPath(id));
  }

  /** Server-sent events: told when the page is to be read anew. */
  @Get('nyt')
  async stream(
    @Param('journey') journey: string,
    @Query('efter') since: string | undefined,
    @Visiting() visit: Visit,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.news.pass({ visit, journey, after: request.get('last-event-id') ?? since }, response);
  }

  async #cancellationPage(visit: Visit, id: string, movedOn = false) {
    const journey = await this.citizen.journey(visit, id);
    try {
      const preview = await this.citizen.cancellation(visit, id);
      const page = { journey, preview, movedOn };
      const shown = <CancellationPage {...page} sendKey={randomUUID()} />;
      return movedOn ? new ShownAgain(shown, 412) : shown;
    } catch (error) {
      if (isProblem(error, 409)) return this.#refused(visit, id, error);
      throw error;
    }
  }

  async #refused(visit: Visit, id: string, problem: ApiProblem) {
    const journey = await this.citizen.journey(visit, id);
    return new ShownAgain(<NotCancellablePage journey={journey} problem={problem} />, 409);
  }
}
