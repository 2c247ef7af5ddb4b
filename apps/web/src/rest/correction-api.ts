import { Injectable } from '@nestjs/common';
import { isUuid } from '#schema';
import { type Visit } from '../http/visit.js';
import { Api } from './api.js';
import { ApiProblem } from './api-problem.js';
import { keyed, type ListQuery, part, queryOf } from './citizen-api.js';
import {
  type CorrectionDocument,
  type CorrectionOrder,
  type CorrectionPage,
  type DisclosureDocument,
  type DisclosurePage,
} from './documents.js';

/** What the REST API has for corrections of one's data. Every method throws ApiProblem. */
@Injectable()
export class CorrectionApi {
  constructor(private readonly api: Api) {}

  page = (visit: Visit, list: ListQuery = {}): Promise<CorrectionPage> =>
    this.api.read(visit, `/corrections${queryOf(list)}`);

  one = (visit: Visit, id: string): Promise<CorrectionDocument> =>
    this.api.read(visit, `/corrections/${part(id)}`);

  ask = (visit: Visit, order: CorrectionOrder, key: string): Promise<CorrectionDocument> =>
    this.api.read(visit, '/corrections', { method: 'POST', json: order, headers: keyed(key) });

  /** What a correction is asked of: among those of its journey, which its id begins with. */
  async disclosure(visit: Visit, id: string): Promise<DisclosureDocument> {
    const [journey = ''] = id.split('.');
    if (!isUuid(journey)) throw new ApiProblem(404);
    let after: string | undefined;
    do {
      const query = queryOf({ journey, limit: 200, after });
      const page: DisclosurePage = await this.api.read(visit, `/disclosures${query}`);
      const found = page.items.find(item => item.id === id);
      if (found) return found;
      after = page.next;
    } while (after !== undefined);
    throw new ApiProblem(404);
  }
}
