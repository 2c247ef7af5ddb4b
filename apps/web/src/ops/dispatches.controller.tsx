import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Posted, PostedForm } from '../http/posted.js';
import { SeeOther } from '../http/see-other.js';
import { ShownAgain } from '../http/shown-again.js';
import { OfFace } from '../http/visit.guard.js';
import { type Visit } from '../http/visit.js';
import { Visiting } from '../http/visited-request.js';
import { dispatchPath, PATHS } from '../paths.js';
import { isProblem } from '../rest/api-problem.js';
import { type SkipPreviewDocument } from '../rest/documents.js';
import { OpsApi } from '../rest/ops-api.js';
import { DISPATCH_FILTERS, type DispatchFilterFields, OVERDUE } from './dispatch-filter-form.js';
import { type DispatchOrdered, DispatchPage } from './dispatch-page.js';
import { DispatchesPage } from './dispatches-page.js';
import { SkipPage, type TypedSkip } from './skip-page.js';

/** In the address of the page that follows an order. */
const ORDERED: Readonly<Record<string, DispatchOrdered>> = {
  proevet: 'retried',
  sprunget: 'skipped',
  intet: 'tooLate',
};

/** Requests one by one, and what can be done about each. */
@OfFace('ops')
@Controller(PATHS.dispatches)
export class DispatchesController {
  constructor(private readonly ops: OpsApi) {}

  @Get()
  async list(@Query() query: Readonly<Record<string, unknown>>, @Visiting() visit: Visit) {
    const text = (name: string): string | undefined => {
      const value = query[name];
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
    };
    const filter: DispatchFilterFields = Object.fromEntries(
      DISPATCH_FILTERS.flatMap(name => (text(name) === undefined ? [] : [[name, text(name)]])),
    );
    const { service, myndighed: authority, aarsag: error, status } = filter;
    const standing = status === OVERDUE ? { overdue: 'true' as const } : { status };
    const [page, authorities] = await Promise.all([
      this.ops.dispatches(visit, { service, authority, error, ...standing, after: text('efter') }),
      this.ops.authorities(visit),
    ]);
    return <DispatchesPage {...{ page, authorities, filter }} now={Date.now()} />;
  }

  @Get(':dispatch')
  async show(@Param('dispatch') id: string, @Query('gjort') done: unknown, @Visiting() visit: Visit) {
    const ordered = typeof done === 'string' ? ORDERED[done] : undefined;
    return <DispatchPage {...await this.#read(visit, id)} ordered={ordered} now={Date.now()} />;
  }

  @Post(':dispatch/proev-igen')
  async retry(@Param('dispatch') id: string, @PostedForm() posted: Posted, @Visiting() visit: Visit) {
    const reason = posted.text('begrundelse');
    try {
      await this.ops.retryDispatch(visit, id, reason);
    } catch (error) {
      if (isProblem(error, 409)) return this.#tooLate(visit, id);
      if (!isProblem(error, 422)) throw error;
      return new ShownAgain(
        <DispatchPage {...await this.#read(visit, id)} reason={reason} now={Date.now()} />,
        422,
      );
    }
    return new SeeOther(`${dispatchPath(id)}?gjort=proevet`);
  }

  @Get(':dispatch/spring-over')
  async skipping(@Param('dispatch') id: string, @Visiting() visit: Visit) {
    const [read, preview] = await Promise.all([this.#read(visit, id), this.#preview(visit, id)]);
    if (preview === 'settled') return new SeeOther(`${dispatchPath(id)}?gjort=intet`);
    return <SkipPage {...read} preview={preview} />;
  }

  @Post(':dispatch/spring-over')
  async skip(@Param('dispatch') id: string, @PostedForm() posted: Posted, @Visiting() visit: Visit) {
    const reason = posted.text('begrundelse');
    const confirmed = posted.text('bekraeft') === 'true';
    if (!confirmed) return this.#skipAgain(visit, id, { reason, confirmed, isShort: reason === '' }, 422);
    try {
      await this.ops.skip(visit, id, reason);
    } catch (error) {
      if (isProblem(error, 409)) return this.#skipAgain(visit, id, undefined, 409);
      if (!isProblem(error, 422)) throw error;
      return this.#skipAgain(visit, id, { reason, confirmed, isShort: true }, 422);
    }
    return new SeeOther(`${dispatchPath(id)}?gjort=sprunget`);
  }

  /** What it leads to by now, or that it is settled. */
  async #skipAgain(visit: Visit, id: string, typed: TypedSkip | undefined, status: 409 | 422) {
    const [read, preview] = await Promise.all([this.#read(visit, id), this.#preview(visit, id)]);
    if (preview === 'settled') return this.#tooLate(visit, id);
    return new ShownAgain(<SkipPage {...read} preview={preview} {...(typed && { typed })} />, status);
  }

  async #tooLate(visit: Visit, id: string): Promise<ShownAgain> {
    return new ShownAgain(
      <DispatchPage {...await this.#read(visit, id)} ordered="tooLate" now={Date.now()} />,
      409,
    );
  }

  async #read(visit: Visit, id: string) {
    const [dispatch, authorities] = await Promise.all([
      this.ops.dispatch(visit, id),
      this.ops.authorities(visit),
    ]);
    const asked = authorities.find(authority => authority.id === dispatch.authority);
    return { dispatch, asked };
  }

  /** Undefined: its definition does not say how it goes on without an answer. */
  async #preview(visit: Visit, id: string): Promise<SkipPreviewDocument | 'settled' | undefined> {
    try {
      return await this.ops.skipping(visit, id);
    } catch (error) {
      if (!isProblem(error, 409)) throw error;
      return error.document?.code === 'not-skippable' ? undefined : 'settled';
    }
  }
}
