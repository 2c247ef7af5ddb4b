import {
  type AuthorityPort,
  type AuthorityReply,
  type WallClock,
  InvariantError,
  type PersonVault,
  RetryableError,
  UnreachableError,
} from '#runtime';
import { type Json } from '#statechart';
import { type Catalogue } from './catalogue.js';
import { type Service } from './contract/contract.js';
import { ContractValidators } from './contract-validators.js';
import { numbersForPersons, personsForNumbers } from './person-exchange.js';
import { readReply } from './read-reply.js';
import { type SchemaFault } from './schema-validators.js';
import { HttpClient, HttpError, type HttpResponse, MOST_ANSWER_BYTES } from './http-client.js';

export interface AuthorityClientOptions {
  readonly catalogue: Catalogue;
  /** Base URL of an authority in a role, without a slash at the end; undefined when it has none. Asked once for each service. */
  readonly address: (authority: string, role: string) => string | undefined;
  /** Bearer token to show to an authority in a role; undefined to show none. Asked once for each service. */
  readonly credentials: (authority: string, role: string) => string | undefined;
  readonly persons: PersonVault;
  readonly clock: WallClock;
  /** How long an authority may take over one request, in milliseconds. */
  readonly timeout?: number;
}

/** Where and how a service is called. */
interface Endpoint {
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const DEFAULT_TIMEOUT = 30_000;

/**
 * HTTP client of the authorities, by their contracts: the dispatch id is the `Idempotency-Key`, person ids become CPR numbers
 * at the last moment and CPR numbers person ids at the first, request and answer are validated against the contract.
 */
export class AuthorityClient implements AuthorityPort {
  readonly #options: AuthorityClientOptions;
  readonly #validators = new ContractValidators('wire');
  readonly #endpoints = new Map<string, Endpoint>();
  readonly #http = new HttpClient();

  constructor(options: AuthorityClientOptions) {
    this.#options = options;
  }

  /**
   * @throws UnreachableError when the authority was not reached, took too long or failed
   * @throws RetryableError when it asks for patience
   * @throws InvariantError `unknown-service`, `no-authority`, `no-address`, `request-breaks-contract`, `answer-breaks-contract`,
   *   `request-rejected`; no message repeats personal data
   */
  async call(
    {
      dispatch,
      service: id,
      authority,
      input,
    }: { dispatch: string; service: string; authority: string; input: Json },
    signal?: AbortSignal,
  ): Promise<AuthorityReply> {
    const { catalogue, persons, clock } = this.#options;
    const service = catalogue.service(id);
    if (!service) {
      throw new InvariantError(
        'unknown-service',
        `no contract in the catalogue describes ${id}; add or rename it`,
      );
    }
    this.#requireAuthority(service, authority);
    const body = await numbersForPersons(input, service.input, persons);
    assertValid(service, 'request', this.#validators.request(service, body));
    const response = await this.#post(service, authority, dispatch, JSON.stringify(body), signal);
    const reply = readReply(service, response, clock.now());
    if (reply.kind !== 'answered') return reply;
    assertValid(service, 'answer', this.#validators.answer(service, reply.answer));
    const answer = await personsForNumbers(reply.answer, service.answer, persons);
    return { kind: 'answered', answer };
  }

  /** Closes the connections to all authorities; a call that is still under way is rejected with UnreachableError. */
  close(): Promise<void> {
    return this.#http.close();
  }

  async #post(
    service: Service,
    authority: string,
    dispatch: string,
    body: string,
    signal: AbortSignal | undefined,
  ): Promise<HttpResponse> {
    const { origin, path, headers } = this.#endpointOf(service, authority);
    const timeout = this.#options.timeout ?? DEFAULT_TIMEOUT;
    try {
      return await this.#http.post({
        origin,
        path,
        headers: { ...headers, 'idempotency-key': dispatch },
        body,
        timeout,
        signal,
      });
    } catch (error) {
      throw error instanceof HttpError ? failureOf(service, authority, error, timeout) : error;
    }
  }

  /** A place that belongs to no municipality has nobody to be asked; who else might do it, only people can find out. */
  #requireAuthority({ id, authority: role }: Service, authority: string): void {
    const { directory } = this.#options.catalogue;
    if (authority === role || directory.has(authority)) return;
    const { en } = directory.whyNobody(authority);
    throw new InvariantError('no-authority', `nobody can be asked ${id} here. ${en} Settle it by hand`);
  }

  #endpointOf({ id, authority: role, path }: Service, authority: string): Endpoint {
    const key = `${authority} ${id}`;
    const known = this.#endpoints.get(key);
    if (known) return known;
    const base = this.#options.address(authority, role);
    if (base === undefined) {
      throw new InvariantError(
        'no-address',
        `${id} cannot be called: no address is configured for ${authority}`,
      );
    }
    const url = new URL(`${base}${path}`);
    const token = this.#options.credentials(authority, role);
    const endpoint = {
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, application/problem+json',
        // A size limit on packed bytes would be none.
        'accept-encoding': 'identity',
        'accept-language': 'da',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
    };
    this.#endpoints.set(key, endpoint);
    return endpoint;
  }
}

function assertValid({ id }: Service, part: 'request' | 'answer', faults: readonly SchemaFault[]): void {
  if (faults.length === 0) return;
  const places = faults.map(({ path, message }) => `${path || 'the body'} ${message}`).join('; ');
  throw new InvariantError(
    `${part}-breaks-contract`,
    `the ${part} of ${id} does not fit its contract: ${places}`,
  );
}

function failureOf({ id }: Service, authority: string, error: HttpError, timeout: number): Error {
  const options = { cause: error };
  switch (error.fault) {
    case 'too-large':
      return new InvariantError(
        'answer-breaks-contract',
        `${id} answered with more than ${MOST_ANSWER_BYTES} bytes, and was not read to the end`,
        options,
      );
    case 'timeout':
      return new UnreachableError(`${id} did not answer within ${timeout} ms`, options);
    case 'aborted':
      return new RetryableError(`the call of ${id} was stopped`, options);
    case 'unreachable':
      return new UnreachableError(
        `${authority} could not be reached for ${id}${codeOf(error.cause)}`,
        options,
      );
  }
}

function codeOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? ` (${String(cause.code)})` : '';
}
