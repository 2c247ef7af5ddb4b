import { Inject, Injectable } from '@nestjs/common';
import { ApiProblem } from '../rest/api-problem.js';
import { type ProblemDocument } from '../rest/documents.js';
import { SESSION_OPTIONS, type SessionOptions } from './session-options.js';

/** Milliseconds after which an answer comes too late for a page. */
const PATIENCE = 10_000;

/** As `POST /v1/tokens` answers. */
export interface GivenToken {
  readonly access_token: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly scope: string;
  readonly refresh_token?: string;
  readonly person: string;
  readonly session: string;
  readonly session_ends_at: string;
}

/** *Gateway* to the API's tokens, for this face itself. */
@Injectable()
export class TokenApi {
  constructor(@Inject(SESSION_OPTIONS) private readonly options: SessionOptions) {}

  /** Rejects with ApiProblem, as everything here. */
  exchange(idToken: string): Promise<GivenToken> {
    return this.#tokens({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: idToken,
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      scope: this.options.roles.join(' '),
    });
  }

  renew(renewal: string): Promise<GivenToken> {
    return this.#tokens({ grant_type: 'refresh_token', refresh_token: renewal });
  }

  async end(session: string, token: string): Promise<void> {
    await this.#send(`/sessions/${session}`, 'DELETE', { Authorization: `Bearer ${token}` });
  }

  async #tokens(parameters: Record<string, string>): Promise<GivenToken> {
    const { id, secret } = this.options.face;
    const credentials = Buffer.from(`${id}:${secret}`).toString('base64');
    const headers = { Authorization: `Basic ${credentials}` };
    const response = await this.#send('/tokens', 'POST', headers, new URLSearchParams(parameters));
    return (await response.json()) as GivenToken;
  }

  async #send(
    path: string,
    method: string,
    headers: Record<string, string>,
    body?: URLSearchParams,
  ): Promise<Response> {
    const response = await fetch(`${this.options.apiUrl}/v1${path}`, {
      method,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
      ...(body && { body }),
    }).catch(() => {
      throw new ApiProblem(503);
    });
    if (response.ok) return response;
    throw new ApiProblem(response.status, await problemOf(response));
  }
}

async function problemOf(response: Response): Promise<ProblemDocument | undefined> {
  return (await response.json().catch(() => undefined)) as ProblemDocument | undefined;
}
