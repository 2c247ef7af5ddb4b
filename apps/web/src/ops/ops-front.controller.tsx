import { Controller, Get } from '@nestjs/common';
import { FRONT_PATHS } from '../faces.js';
import { OfFace } from '../http/visit.guard.js';
import { type Visit } from '../http/visit.js';
import { Visiting } from '../http/visited-request.js';
import { OpsApi } from '../rest/ops-api.js';
import { OpsFrontPage } from './ops-front-page.js';

@OfFace('ops')
@Controller(FRONT_PATHS.ops)
export class OpsFrontController {
  constructor(private readonly ops: OpsApi) {}

  @Get()
  async show(@Visiting() visit: Visit) {
    const [authorities, failing, held] = await Promise.all([
      this.ops.authorities(visit),
      this.ops.incidents(visit, { limit: 20 }),
      this.ops.countHeld(visit),
    ]);
    return <OpsFrontPage {...{ authorities, failing, held }} now={Date.now()} />;
  }
}
