import { Controller, Get } from '@nestjs/common';
import { OpenToAll } from '../../http/visit.guard.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { OverviewPage } from './overview-page.js';
import { WelcomePage } from './welcome-page.js';

/** The start page: of whoever has signed in, all that is theirs; else what this is. */
@Controller()
export class OverviewPageController {
  constructor(private readonly citizen: CitizenApi) {}

  @Get()
  @OpenToAll()
  async show(@Visiting() visit: Visit) {
    return visit.visitor ? <OverviewPage overview={await this.citizen.overview(visit)} /> : <WelcomePage />;
  }
}
