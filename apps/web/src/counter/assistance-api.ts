import { Injectable } from '@nestjs/common';
import { type Visit } from '../http/visit.js';
import { Api } from '../rest/api.js';
import { part } from '../rest/citizen-api.js';
import { type AssistanceDocument, type AssistanceList, type BeginAssistance } from '../rest/documents.js';

/** What the REST API has for caseworkers. Every method throws ApiProblem. */
@Injectable()
export class AssistanceApi {
  constructor(private readonly api: Api) {}

  open = (visit: Visit): Promise<AssistanceList> => this.api.read(visit, '/assistances');

  begin = (visit: Visit, asked: BeginAssistance): Promise<AssistanceDocument> =>
    this.api.read(visit, '/assistances', { method: 'POST', json: asked });

  end = (visit: Visit, id: string): Promise<void> =>
    this.api.read(visit, `/assistances/${part(id)}`, { method: 'DELETE' });
}
