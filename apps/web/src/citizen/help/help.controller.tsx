import { Controller, Get, Query } from '@nestjs/common';
import { OpenToAll } from '../../http/visit.guard.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { HelpPage } from './help-page.js';

/** Whom to ask. */
@OpenToAll()
@Controller()
export class HelpController {
  constructor(private readonly citizen: CitizenApi) {}

  @Get('hjaelp')
  async help(@Query('navn') name: unknown, @Visiting() visit: Visit) {
    const { items } = await this.citizen.authorities(visit);
    return <HelpPage authorities={items} name={typeof name === 'string' ? name.trim() : ''} />;
  }
}
