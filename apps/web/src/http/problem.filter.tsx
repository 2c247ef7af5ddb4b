import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import { type Response } from 'express';
import { type Logger } from 'pino';
import { LOGGER } from '#telemetry';
import { asThemselves } from '../citizen/mandates/as-themselves.js';
import { LapsedMandate } from '../citizen/mandates/lapsed-mandate.js';
import { isProblem } from '../rest/api-problem.js';
import { SignedIn } from '../session/signed-in.js';
import { PageRenderer } from './page-renderer.js';
import { pageProblemOf, postProblem } from './page-problem.js';
import { postedOf } from './posted.js';
import { ProblemPage } from './problem-page.js';
import { ForeignForm, MandateLapsed, SignInNeeded } from './refusals.js';
import { type VisitedRequest } from './visited-request.js';
import { Visits } from './visits.js';

/** The one place that makes a page of what went wrong: in plain words, with the way on. */
@Catch()
export class ProblemPageFilter implements ExceptionFilter {
  constructor(
    private readonly visits: Visits,
    private readonly renderer: PageRenderer,
    private readonly signedIn: SignedIn,
    private readonly lapsed: LapsedMandate,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const [request, response] = [http.getRequest<VisitedRequest>(), http.getResponse<Response>()];
    if (response.headersSent) {
      response.end();
      return;
    }
    const visit = await this.visits.ofWhoeverItIs(request);
    const needsSignIn = error instanceof SignInNeeded || isProblem(error, 401);
    if (needsSignIn && request.method === 'GET' && request.get('accept') !== 'text/event-stream') {
      response.redirect(303, visit.signInAddress);
      return;
    }
    if (error instanceof ForeignForm)
      this.logger.warn({ route: request.route?.path as unknown }, 'a form that is not ours was refused');
    const lapsed = await this.lapsed.behind(error, visit);
    if (lapsed) await this.signedIn.actFor(request, undefined);
    const found = pageProblemOf(lapsed ? new MandateLapsed(lapsed) : error, visit.words);
    const problem =
      request.method === 'POST'
        ? postProblem(
            found,
            postedOf(request),
            request.params?.['journey'] as string | undefined,
            visit.words,
          )
        : found;
    // Only a page that was asked for can be asked for again by a link.
    const again = request.method === 'GET' && (problem.isFault === true || problem.wait !== undefined);
    const onward = again && { href: visit.address, text: visit.words.problems.again };
    if (problem.status >= 500 && !(error instanceof HttpException)) {
      this.logger.error({ err: error, route: request.route?.path as unknown }, 'a page failed');
    }
    const { seconds } = problem.wait ?? {};
    if (seconds !== undefined) response.set('Retry-After', String(seconds));
    response
      .status(problem.status)
      .type('html')
      .send(
        this.renderer.html(
          <ProblemPage problem={onward ? { ...problem, onward } : problem} now={Date.now()} />,
          lapsed ? asThemselves(visit) : visit,
        ),
      );
  }
}
