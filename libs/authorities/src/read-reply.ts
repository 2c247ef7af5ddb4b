import {
  type AuthorityReply,
  InvariantError,
  type Refusal,
  RetryableError,
  UnreachableError,
} from '#runtime';
import { isObject } from '#schema';
import { type Json, type JsonObject } from '#statechart';
import { type Service } from './contract.js';
import { retryAfter } from './retry-after.js';

/** Statuses that, without the code of a refusal, say "not now": too slow, still at work on the key, too early, too many. */
const PASSING: ReadonlySet<number> = new Set([408, 409, 425, 429]);

/**
 * What an HTTP response means. The answer of a 200 is not yet checked against the contract. A 4xx with a code that the
 * contract lists is a refusal, whatever its number.
 *
 * @throws UnreachableError for 5xx, another RetryableError for 408, 409, 425 and 429, with the pause `Retry-After` asks for
 * @throws InvariantError `answer-breaks-contract` or `request-rejected` for what the contract does not know
 */
export function readReply(service: Service, response: Response, text: string, now: number): AuthorityReply {
  const { id } = service;
  const { status, headers } = response;
  if (status === 200) return { kind: 'answered', answer: jsonOf(service, text) };
  if (status === 202) return { kind: 'accepted' };
  const problem = status >= 400 && status < 500 ? problemOf(text) : undefined;
  const refusal = problem && refusalOf(service, problem);
  if (refusal) return { kind: 'refused', refusal };
  if (status >= 500 || PASSING.has(status)) {
    const pause = retryAfter(headers.get('retry-after'), now);
    const Failure = status >= 500 ? UnreachableError : RetryableError;
    throw new Failure(`${id} answered ${status}`, pause === undefined ? {} : { retryAfter: pause });
  }
  if (status < 400) {
    throw new InvariantError(
      'answer-breaks-contract',
      `${id} answered ${status}, which its contract does not know`,
    );
  }
  // The body is not repeated: it may hold what was asked.
  throw new InvariantError(
    'request-rejected',
    `${id} answered ${status} without a code that its contract lists under refusals`,
  );
}

function refusalOf({ refusals }: Service, { code, detail }: JsonObject): Refusal | undefined {
  const words = typeof code === 'string' && Object.hasOwn(refusals, code) ? refusals[code] : undefined;
  if (typeof code !== 'string' || !words) return undefined;
  return { code, title: words.da, ...(typeof detail === 'string' && { detail }) };
}

function jsonOf({ id }: Service, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new InvariantError('answer-breaks-contract', `${id} answered 200 with a body that is not JSON`);
  }
}

function problemOf(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
