import { Controller, Get, Param, Query } from '@nestjs/common';
import { OpenToAll } from '../../http/visit.guard.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { ExamplePage } from './example-page.js';

/** A journey from end to end, before anybody begins it. */
@OpenToAll()
@Controller('start/:definition/eksempel')
export class ExampleController {
  constructor(private readonly citizen: CitizenApi) {}

  @Get()
  async show(
    @Param('definition') id: string,
    @Query('del') part: string | undefined,
    @Visiting() visit: Visit,
  ) {
    const example = await this.citizen.example(visit, id);
    const asked = Number(part ?? 1);
    const number = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), example.steps.length) : 1;
    return <ExamplePage example={example} number={number} />;
  }
}
