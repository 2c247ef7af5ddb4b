import { Controller, Get, Query } from '@nestjs/common';
import { OfFace } from '../http/visit.guard.js';
import { type Visit } from '../http/visit.js';
import { Visiting } from '../http/visited-request.js';
import { PATHS } from '../paths.js';
import { OpsApi } from '../rest/ops-api.js';
import { DISPATCH_FILTERS, type DispatchFilterFields, OVERDUE } from './dispatch-filter-form.js';
import { DispatchesPage } from './dispatches-page.js';

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
}
