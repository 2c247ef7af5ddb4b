import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { SeeOther } from '../http/see-other.js';
import { ShownAgain } from '../http/shown-again.js';
import { OfFace } from '../http/visit.guard.js';
import { type Visit } from '../http/visit.js';
import { Visiting } from '../http/visited-request.js';
import { casePath, PATHS } from '../paths.js';
import { isProblem } from '../rest/api-problem.js';
import { OpsApi } from '../rest/ops-api.js';
import { CasePage } from './case-page.js';
import { HeldCasesPage } from './held-cases-page.js';
import { CaseSearchPage } from './case-search-page.js';

/** Finding the case of whoever is on the phone. */
@OfFace('ops')
@Controller(PATHS.cases)
export class CasesController {
  constructor(private readonly ops: OpsApi) {}

  @Get()
  async find(
    @Query('nummer') number: string | undefined,
    @Query('status') status: unknown,
    @Query('efter') after: string | undefined,
    @Visiting() visit: Visit,
  ) {
    if (status === 'held') return <HeldCasesPage page={await this.ops.held(visit, { after })} />;
    const reference = number?.trim();
    if (reference === undefined) return <CaseSearchPage />;
    try {
      const { items } = await this.ops.journeys(visit, reference);
      const [found] = items;
      return found ? new SeeOther(casePath(found.id)) : <CaseSearchPage number={reference} fault="none" />;
    } catch (error) {
      if (!isProblem(error, 422)) throw error;
      return new ShownAgain(<CaseSearchPage number={reference} fault="invalid" />, 422);
    }
  }

  @Get(':journey')
  async show(@Param('journey') id: string, @Query('genoptaget') done: unknown, @Visiting() visit: Visit) {
    const [journey, authorities] = await Promise.all([
      this.ops.journey(visit, id),
      this.ops.authorities(visit),
    ]);
    const resumed = done === undefined ? undefined : journey.status === 'held' ? 'still' : 'resumed';
    return <CasePage {...{ journey, authorities, resumed }} now={Date.now()} />;
  }

  @Post(':journey/genoptag')
  async resume(@Param('journey') id: string, @Visiting() visit: Visit) {
    try {
      await this.ops.resumeJourney(visit, id);
    } catch (error) {
      // Somebody has come before, or it fails as before: the page says which.
      if (!isProblem(error, 409)) throw error;
    }
    return new SeeOther(`${casePath(id)}?genoptaget=1`);
  }
}
