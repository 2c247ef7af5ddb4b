import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Posted, PostedForm } from '../http/posted.js';
import { SeeOther } from '../http/see-other.js';
import { ShownAgain } from '../http/shown-again.js';
import { OfFace } from '../http/visit.guard.js';
import { type Visit } from '../http/visit.js';
import { Visiting } from '../http/visited-request.js';
import { incidentPath, PATHS } from '../paths.js';
import { isProblem } from '../rest/api-problem.js';
import { type OpsIncident } from '../rest/documents.js';
import { OpsApi } from '../rest/ops-api.js';
import { FailingPage } from './failing-page.js';
import { IncidentPage } from './incident-page.js';
import { reopenedIn, reopenedQuery } from './reopened.js';

/** What fails, and trying it anew. */
@OfFace('ops')
@Controller(PATHS.failing)
export class FailingController {
  constructor(private readonly ops: OpsApi) {}

  @Get()
  async list(@Query('efter') after: string | undefined, @Visiting() visit: Visit) {
    return <FailingPage page={await this.ops.incidents(visit, { after })} now={Date.now()} />;
  }

  @Get(':service/:cause')
  async show(
    @Param('service') service: string,
    @Param('cause') cause: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Visiting() visit: Visit,
  ) {
    const incident = await this.#read(visit, service, cause);
    return <IncidentPage {...{ service, cause, ...incident }} retried={reopenedIn(query)} now={Date.now()} />;
  }

  @Post(':service/:cause')
  async retry(
    @Param('service') service: string,
    @Param('cause') cause: string,
    @PostedForm() posted: Posted,
    @Visiting() visit: Visit,
  ) {
    const reason = posted.text('begrundelse');
    const path = incidentPath(service, cause);
    try {
      return new SeeOther(`${path}?${reopenedQuery(await this.ops.retry(visit, service, cause, reason))}`);
    } catch (error) {
      // Somebody has come before, or it has gone by itself: the page says so.
      if (isProblem(error, 404)) return new SeeOther(path);
      if (!isProblem(error, 422)) throw error;
      const incident = await this.#read(visit, service, cause);
      const page = <IncidentPage {...{ service, cause, ...incident, reason }} now={Date.now()} />;
      return new ShownAgain(page, 422);
    }
  }

  /** It, and the authorities that are asked. */
  async #read(visit: Visit, service: string, cause: string) {
    const [incident, all] = await Promise.all([
      this.#find(visit, service, cause),
      this.ops.authorities(visit),
    ]);
    const [role] = service.split('.');
    const asked = all.filter(({ id }) => id === role || incident?.authorities.includes(id));
    return { incident, asked };
  }

  async #find(visit: Visit, service: string, cause: string): Promise<OpsIncident | undefined> {
    let after: string | undefined;
    do {
      const page = await this.ops.incidents(visit, { after, limit: 200 });
      const found = page.items.find(each => each.service === service && each.cause === cause);
      if (found) return found;
      after = page.next;
    } while (after !== undefined);
    return undefined;
  }
}
