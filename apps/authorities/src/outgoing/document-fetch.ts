import { DOCUMENT_KINDS } from '#journey';
import { signRequest } from '#authorities';
import { type WallClock } from '#runtime';
import { documentsIn, type JsonSchema } from '#schema';
import { type JsonObject } from '#statechart';
import { type FetchedDocument } from '../ledger/ledger-entry.js';
import { type Credential } from './credentials.js';
import { type OutboxOptions } from './outbox.js';

const TIMEOUT = 10_000;
const TYPES: readonly unknown[] = Object.values(DOCUMENT_KINDS);

/** *Claim check*: fetches the documents that a request names from whoever made it, signed as callbacks are. */
export class DocumentFetch {
  readonly #options: Pick<OutboxOptions, 'callbackBaseUrl'> & { readonly wall: WallClock };

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /**
   * @param dispatch the idempotency key of the request
   * @returns undefined when one of them cannot be had now
   */
  async all(
    credential: Credential,
    dispatch: string,
    input: JsonObject,
    schema: JsonSchema,
  ): Promise<readonly FetchedDocument[] | undefined> {
    const fetched: FetchedDocument[] = [];
    for (const { path, text } of documentsIn(input, schema)) {
      const document = await this.#fetch(credential, dispatch, text);
      if (!document) return undefined;
      fetched.push({ field: path.join('.'), ...document });
    }
    return fetched;
  }

  async #fetch(
    { signer, secret }: Credential,
    dispatch: string,
    document: string,
  ): Promise<Omit<FetchedDocument, 'field'> | undefined> {
    const { callbackBaseUrl, wall } = this.#options;
    const base = callbackBaseUrl();
    if (base === undefined) return undefined;
    const path = `/v1/callbacks/${encodeURIComponent(dispatch)}/documents/${encodeURIComponent(document)}`;
    const { pathname } = new URL(`${base}${path}`);
    const headers = signRequest(signer, secret, { path: pathname, body: '' }, wall.now());
    try {
      const response = await fetch(`${base}${path}`, { headers, signal: AbortSignal.timeout(TIMEOUT) });
      const type = response.headers.get('content-type') ?? '';
      if (!response.ok || !response.body || !TYPES.includes(type)) return undefined;
      let size = 0;
      for await (const chunk of response.body) size += (chunk as Uint8Array).length;
      return { type, size };
    } catch {
      return undefined;
    }
  }
}
