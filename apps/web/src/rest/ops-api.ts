import { Injectable } from '@nestjs/common';
import { type Visit } from '../http/visit.js';
import { Api } from './api.js';
import { type ListQuery, part, queryOf } from './citizen-api.js';
import {
  type OpsAuthority,
  type OpsDispatchDetail,
  type OpsDispatchPage,
  type OpsHeldJourneys,
  type OpsIncidentPage,
  type OpsJourneyDetail,
  type OpsJourneyPage,
  type OpsReopened,
  type SkipPreviewDocument,
} from './documents.js';

/** What is looked for among dispatches. */
export interface DispatchQuery extends ListQuery {
  readonly service?: string | undefined;
  readonly authority?: string | undefined;
  readonly error?: string | undefined;
  readonly status?: string | undefined;
  readonly overdue?: 'true' | undefined;
}

/** What the REST API has for ops. Every method throws ApiProblem. */
@Injectable()
export class OpsApi {
  constructor(private readonly api: Api) {}

  authorities = (visit: Visit): Promise<readonly OpsAuthority[]> => this.api.read(visit, '/ops/authorities');

  incidents = (visit: Visit, list: ListQuery = {}): Promise<OpsIncidentPage> =>
    this.api.read(visit, `/ops/incidents${queryOf(list)}`);

  retry = (visit: Visit, service: string, cause: string, reason: string): Promise<OpsReopened> =>
    this.api.read(visit, `/ops/incidents/${part(service)}/${part(cause)}/retry`, {
      method: 'POST',
      json: { reason },
    });

  pause = (visit: Visit, authority: string, reason: string): Promise<void> =>
    this.api.read(visit, `/ops/authorities/${part(authority)}/pause`, { method: 'POST', json: { reason } });

  resume = (visit: Visit, authority: string, reason: string, parked: boolean): Promise<OpsReopened> =>
    this.api.read(visit, `/ops/authorities/${part(authority)}/resume`, {
      method: 'POST',
      json: { reason, parked },
    });

  /** Journeys that stand still for a fault of ours. */
  held = (visit: Visit, list: ListQuery = {}): Promise<OpsJourneyPage> =>
    this.api.read(visit, `/ops/journeys${queryOf({ ...list, status: 'held' })}`);

  resumeJourney = (visit: Visit, id: string): Promise<void> =>
    this.api.read(visit, `/ops/journeys/${part(id)}/resume`, { method: 'POST' });

  dispatches = (visit: Visit, query: DispatchQuery): Promise<OpsDispatchPage> =>
    this.api.read(visit, `/ops/dispatches${queryOf(query)}`);

  dispatch = (visit: Visit, id: string): Promise<OpsDispatchDetail> =>
    this.api.read(visit, `/ops/dispatches/${part(id)}`);

  retryDispatch = (visit: Visit, id: string, reason: string): Promise<void> =>
    this.api.read(visit, `/ops/dispatches/${part(id)}/retry`, { method: 'POST', json: { reason } });

  /** What skipping it would lead to. */
  skipping = (visit: Visit, id: string): Promise<SkipPreviewDocument> =>
    this.api.read(visit, `/ops/dispatches/${part(id)}/skip`);

  skip = (visit: Visit, id: string, reason: string): Promise<void> =>
    this.api.read(visit, `/ops/dispatches/${part(id)}/skip`, { method: 'POST', json: { reason } });

  /** How many journeys stand still for a fault of ours. */
  countHeld = (visit: Visit): Promise<OpsHeldJourneys> => this.api.read(visit, '/ops/held-journeys');

  journeys = (visit: Visit, reference: string): Promise<OpsJourneyPage> =>
    this.api.read(visit, `/ops/journeys${queryOf({ reference })}`);

  journey = (visit: Visit, id: string): Promise<OpsJourneyDetail> =>
    this.api.read(visit, `/ops/journeys/${part(id)}`);
}
