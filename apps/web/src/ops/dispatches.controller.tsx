import { Controller, Get, Query } from '@nestjs/common';
import { OfFace } from '../http/visit.guard.js';
import { type Visit } from '../http/visit.js';
import { Visiting } from '../http/visited-request.js';
import { PATHS } from '../paths.js';
import { OpsApi } from '../rest/ops-api.js';
import { DISPATCH_FILTERS, type DispatchFilterFields } from './dispatch-filter-form.js';
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
    const page = await this.ops.dispatches(visit, {
      service,
      authority,
      error,
      status,
      after: text('efter'),
    });
    return <DispatchesPage page={page} filter={filter} now={Date.now()} />;
  }
}
