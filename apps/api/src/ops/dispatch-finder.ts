import { Injectable } from '@nestjs/common';
import { type Language } from '#journey';
import { OpsStore, parseDispatchId, RequestError } from '#runtime';
import { CaseReferences } from './case-references.js';
import { OpsDispatchDetail, opsDispatch } from './ops-documents.js';
import { ServiceTitles } from './service-titles.js';

/** A dispatch by its id, with what it is called and whose it is. */
@Injectable()
export class DispatchFinder {
  constructor(
    private readonly ops: OpsStore,
    private readonly titles: ServiceTitles,
    private readonly references: CaseReferences,
  ) {}

  /** @throws RequestError `unknown-dispatch` */
  async byId(id: string, language: Language): Promise<OpsDispatchDetail> {
    const place = parseDispatchId(id);
    const [found] = place ? await this.ops.dispatches({ ...place, limit: 1 }) : [];
    if (!found) throw new RequestError('unknown-dispatch', `there is no dispatch '${id}'`);
    const [summary] = await this.ops.journeys({ journey: found.journey, limit: 1 });
    return {
      ...opsDispatch(found),
      ...this.titles.of(found.service, language),
      ...(summary && { reference: await this.references.of(summary) }),
    };
  }
}
