import {
  type AuthorityPort,
  type AuthorityReply,
  type Clock,
  InvariantError,
  type PersonVault,
  RetryableError,
  UnreachableError,
} from '#runtime';
import { type Json } from '#statechart';
import { type Catalogue } from './catalogue.js';
import { type Service } from './contract.js';
import { ContractValidators } from './contract-validators.js';
import { numbersForPersons, personsForNumbers } from './person-exchange.js';
import { readBounded } from './read-bounded.js';
import { readReply } from './read-reply.js';
import { type SchemaFault } from './schema-validators.js';
import { TimeLimit } from './time-limit.js';

export interface AuthorityClientOptions {
  readonly catalogue: Catalogue;
  /** Where an authority answers, without a slash at the end; undefined when it has no address. */
  readonly address: (authority: string) => string | undefined;
  /** The bearer token to show to an authority; undefined to show none. */
  readonly credentials: (authority: string) => string | undefined;
  readonly persons: PersonVault;
  readonly clock: Clock;
  /** How long an authority may take over one request, in milliseconds. */
  readonly timeout?: number;
}

const DEFAULT_TIMEOUT = 30_000;

/**
 * Calls authorities over HTTP as their contracts say: the dispatch id as `Idempotency-Key`, person ids turned into CPR
 * numbers at the last moment and back at the first, request and answer checked against the contract.
 *
 * Connections are kept open between calls (Node's own pool, one per origin).
 */
export class AuthorityClient implements AuthorityPort {
  readonly #options: AuthorityClientOptions;
  readonly #validators = new ContractValidators('wire');

  constructor(options: AuthorityClientOptions) {
    this.#options = options;
  }

  /**
   * @throws UnreachableError when the authority was not reached, took too long or failed
   * @throws RetryableError when it asks for patience
   * @throws InvariantError `unknown-service`, `no-address`, `request-breaks-contract`, `answer-breaks-contract`,
   *   `request-rejected`; no message repeats personal data
   */
  async call(
    { dispatch, service: id, input }: { dispatch: string; service: string; input: Json },
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
    const body = await numbersForPersons(input, service.input, persons);
    refuse(service, 'request', this.#validators.request(service, body));
    const { response, text } = await this.#send(service, dispatch, JSON.stringify(body), signal);
    const reply = readReply(service, response, text, clock.now());
    if (reply.kind !== 'answered') return reply;
    refuse(service, 'answer', this.#validators.answer(service, reply.answer));
    const answer = await personsForNumbers(reply.answer, service.answer, persons);
    return { kind: 'answered', answer };
  }

  async #send(
    { id, authority, path }: Service,
    dispatch: string,
    body: string,
    signal: AbortSignal | undefined,
  ): Promise<{ response: Response; text: string }> {
    const { address, credentials, timeout = DEFAULT_TIMEOUT } = this.#options;
    const base = address(authority);
    if (base === undefined) {
      throw new InvariantError(
        'no-address',
        `${id} cannot be called: no address is configured for ${authority}`,
      );
    }
    const token = credentials(authority);
    const limit = new TimeLimit(timeout, signal);
    try {
      const response = await fetch(`${base}${path}`, {
        method: 'POST',
        body,
        // A redirect would send personal data where nobody decided to send it.
        redirect: 'manual',
        signal: limit.signal,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, application/problem+json',
          'accept-language': 'da',
          'idempotency-key': dispatch,
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
      });
      return { response, text: await readBounded(id, response) };
    } catch (error) {
      if (error instanceof InvariantError) throw error;
      if (limit.exceeded) {
        throw new UnreachableError(`${id} did not answer within ${timeout} ms`, { cause: error });
      }
      if (signal?.aborted) throw new RetryableError(`the call of ${id} was stopped`, { cause: error });
      throw new UnreachableError(`${authority} could not be reached for ${id}${reasonOf(error)}`, {
        cause: error,
      });
    } finally {
      limit.release();
    }
  }
}

function refuse({ id }: Service, part: 'request' | 'answer', faults: readonly SchemaFault[]): void {
  if (faults.length === 0) return;
  const places = faults.map(({ path, message }) => `${path || 'the body'} ${message}`).join('; ');
  throw new InvariantError(
    `${part}-breaks-contract`,
    `the ${part} of ${id} does not fit its contract: ${places}`,
  );
}

function reasonOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? ` (${String(cause.code)})` : '';
}
