import { Controller, Get } from '@nestjs/common';
import { OpenToAll } from '../../http/visit.guard.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { AccessibilityPage } from './accessibility-page.js';
import { HelpPage } from './help-page.js';

/** Whom to ask, and how well the pages can be used by everybody. */
@OpenToAll()
@Controller()
export class HelpController {
  constructor(private readonly citizen: CitizenApi) {}

  @Get('hjaelp')
  async help(@Visiting() visit: Visit) {
    const { items } = await this.citizen.authorities(visit);
    return <HelpPage authorities={items} />;
  }

  @Get('tilgaengelighed')
  accessibility() {
    return <AccessibilityPage />;
  }
}
