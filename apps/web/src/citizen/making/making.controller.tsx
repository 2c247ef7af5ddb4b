import { Controller, Get } from '@nestjs/common';
import { OpenToAll } from '../../http/visit.guard.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { PATHS } from '../../paths.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { MakingPage } from './making-page.js';

/** How the journeys are made. */
@OpenToAll()
@Controller()
export class MakingController {
  constructor(private readonly citizen: CitizenApi) {}

  @Get(PATHS.making)
  async making(@Visiting() visit: Visit) {
    const { items } = await this.citizen.definitions(visit);
    // A move is what most people know; where there is none, another journey shows the same.
    const shown = items.find(({ id }) => id === 'moving') ?? items[0];
    return <MakingPage shown={shown && (await this.citizen.definition(visit, shown.id))} />;
  }
}
