import { Controller, Get, Param, Query } from '@nestjs/common';
import { SeeOther } from '../http/see-other.js';
import { ShownAgain } from '../http/shown-again.js';
import { OfFace } from '../http/visit.guard.js';
import { type Visit } from '../http/visit.js';
import { Visiting } from '../http/visited-request.js';
import { casePath, PATHS } from '../paths.js';
import { isProblem } from '../rest/api-problem.js';
import { OpsApi } from '../rest/ops-api.js';
import { CasePage } from './case-page.js';
import { CaseSearchPage } from './case-search-page.js';

/** Finding the case of whoever is on the phone. */
@OfFace('ops')
@Controller(PATHS.cases)
export class CasesController {
  constructor(private readonly ops: OpsApi) {}

  @Get()
  async find(@Query('nummer') number: string | undefined, @Visiting() visit: Visit) {
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
  async show(@Param('journey') id: string, @Visiting() visit: Visit) {
    return <CasePage journey={await this.ops.journey(visit, id)} now={Date.now()} />;
  }
}
