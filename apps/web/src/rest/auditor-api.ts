import { Injectable } from '@nestjs/common';
import { type Visit } from '../http/visit.js';
import { Api } from './api.js';
import { type ListQuery, queryOf } from './citizen-api.js';
import {
  type AuditedCaseDocument,
  type AuditPage,
  type CaseLookup,
  type ChainsDocument,
  type ProcessingRecordDocument,
} from './documents.js';

/** What is looked for in the audit log. */
export interface AuditQuery extends ListQuery {
  /** `<role>:<id>`. */
  readonly actor?: string | undefined;
  readonly role?: string | undefined;
  readonly action?: string | undefined;
  /** The first day, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  /** The day after the last. */
  readonly before?: string | undefined;
}

/** What the REST API has for auditors. Every method throws ApiProblem. */
@Injectable()
export class AuditorApi {
  constructor(private readonly api: Api) {}

  chains = (visit: Visit): Promise<ChainsDocument> => this.api.read(visit, '/audit/chains');

  verify = (visit: Visit): Promise<void> => this.api.read(visit, '/audit/verifications', { method: 'POST' });

  lookUp = (visit: Visit, lookup: CaseLookup, query: ListQuery): Promise<AuditedCaseDocument> =>
    this.api.read(visit, `/audit/cases${queryOf(query)}`, { method: 'POST', json: lookup });

  lookUpFile = (visit: Visit, lookup: CaseLookup): Promise<ArrayBuffer> =>
    this.api.bytes(visit, '/audit/cases.csv', { method: 'POST', json: lookup });

  log = (visit: Visit, query: AuditQuery): Promise<AuditPage> =>
    this.api.read(visit, `/audit/log${queryOf(query)}`);

  logFile = (visit: Visit, query: AuditQuery): Promise<ArrayBuffer> =>
    this.api.bytes(visit, `/audit/log.csv${queryOf(query)}`);

  record = (visit: Visit): Promise<ProcessingRecordDocument> => this.api.read(visit, '/audit/record');

  recordFile = (visit: Visit): Promise<ArrayBuffer> => this.api.bytes(visit, '/audit/record.md');
}
