import { Injectable } from '@nestjs/common';
import { type Visit } from '../http/visit.js';
import { Api } from './api.js';
import { type OwnSecondChannelDocument, type ProposedSecondChannel } from './documents.js';

/** What the REST API has for the second channel. Every method throws ApiProblem. */
@Injectable()
export class SecondChannelApi {
  constructor(private readonly api: Api) {}

  own = (visit: Visit): Promise<OwnSecondChannelDocument> => this.api.read(visit, '/second-channel');

  propose = (visit: Visit, proposed: ProposedSecondChannel): Promise<OwnSecondChannelDocument> =>
    this.api.read(visit, '/second-channel', { method: 'PUT', json: proposed });

  confirm = (visit: Visit, code: string): Promise<OwnSecondChannelDocument> =>
    this.api.read(visit, '/second-channel/confirmation', { method: 'POST', json: { code } });

  remove = (visit: Visit): Promise<void> => this.api.read(visit, '/second-channel', { method: 'DELETE' });
}
