import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Posted, PostedForm } from '../http/posted.js';
import { SeeOther } from '../http/see-other.js';
import { ShownAgain } from '../http/shown-again.js';
import { OfFace } from '../http/visit.guard.js';
import { type Visit } from '../http/visit.js';
import { Visiting } from '../http/visited-request.js';
import { authorityPath, PATHS } from '../paths.js';
import { ApiProblem, isProblem } from '../rest/api-problem.js';
import { type OpsAuthority } from '../rest/documents.js';
import { OpsApi } from '../rest/ops-api.js';
import { AuthorityPage, type TypedReason } from './authority-page.js';
import { reopenedIn, reopenedQuery } from './reopened.js';

/** How an authority stands, and the orders to ask it nothing, and to ask it again. */
@OfFace('ops')
@Controller(PATHS.authorities)
export class AuthoritiesController {
  constructor(private readonly ops: OpsApi) {}

  @Get(':authority')
  async show(
    @Param('authority') id: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Visiting() visit: Visit,
  ) {
    const authority = await this.#find(visit, id);
    const justPaused = query['gjort'] === 'pause';
    return <AuthorityPage {...{ authority, justPaused }} reopened={reopenedIn(query)} />;
  }

  @Post(':authority/pause')
  pause(@Param('authority') id: string, @PostedForm() posted: Posted, @Visiting() visit: Visit) {
    const reason = posted.text('begrundelse');
    return this.#order(visit, id, { order: 'pause', reason }, async () => {
      await this.ops.pause(visit, id, reason);
      return `${authorityPath(id)}?gjort=pause`;
    });
  }

  @Post(':authority/genoptag')
  resume(@Param('authority') id: string, @PostedForm() posted: Posted, @Visiting() visit: Visit) {
    const reason = posted.text('begrundelse');
    const parked = posted.text('opgivne') === 'true';
    return this.#order(visit, id, { order: 'resume', reason, parked }, async () => {
      const reopened = await this.ops.resume(visit, id, reason, parked);
      return `${authorityPath(id)}?${reopenedQuery(reopened)}`;
    });
  }

  /** @param give resolves to the page that says what has come of it */
  async #order(visit: Visit, id: string, typed: TypedReason, give: () => Promise<string>) {
    try {
      return new SeeOther(await give());
    } catch (error) {
      if (!isProblem(error, 422)) throw error;
      return new ShownAgain(<AuthorityPage authority={await this.#find(visit, id)} typed={typed} />, 422);
    }
  }

  /** @throws ApiProblem 404 */
  async #find(visit: Visit, id: string): Promise<OpsAuthority> {
    const found = (await this.ops.authorities(visit)).find(authority => authority.id === id);
    if (!found) throw new ApiProblem(404);
    return found;
  }
}
