import { Controller, Get } from '@nestjs/common';
import { FRONT_PATHS } from '../../faces.js';
import { OpenToAll } from '../../http/visit.guard.js';
import { SeeOther } from '../../http/see-other.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { OverviewPage } from './overview-page.js';
import { WelcomePage } from './welcome-page.js';

/** The start page: of a citizen who has signed in, all that is theirs; of others, their own front page; else what this is. */
@Controller()
export class OverviewPageController {
  constructor(private readonly citizen: CitizenApi) {}

  @Get()
  @OpenToAll()
  async show(@Visiting() visit: Visit) {
    if (!visit.visitor) return <WelcomePage />;
    if (visit.face !== 'citizen' && !visit.visitor.actsFor) return new SeeOther(FRONT_PATHS[visit.face]);
    return <OverviewPage overview={await this.citizen.overview(visit)} />;
  }
}
