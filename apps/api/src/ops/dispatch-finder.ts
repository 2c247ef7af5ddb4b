import { Injectable } from '@nestjs/common';
import { type Language } from '#journey';
import { OpsStore, parseDispatchId, RequestError } from '#runtime';
import { CaseReferences } from './case-references.js';
import { OpsDispatchDetail, opsDispatch } from './ops-documents.js';
import { ServiceTitles } from './service-titles.js';

/** More than any journey asks for. */
export const MOST_DISPATCHES = 1_000;

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
    const journey = parseDispatchId(id)?.journey;
    const asked = journey === undefined ? [] : await this.ops.dispatches({ journey, limit: MOST_DISPATCHES });
    const found = asked.find(dispatch => dispatch.id === id);
    if (!found) throw new RequestError('unknown-dispatch', `there is no dispatch '${id}'`);
    const [summary] = await this.ops.journeys({ journey: found.journey, limit: 1 });
    return {
      ...opsDispatch(found),
      ...this.titles.of(found.service, language),
      ...(summary && { reference: await this.references.of(summary) }),
    };
  }
}
