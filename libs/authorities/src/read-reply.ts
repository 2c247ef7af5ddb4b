import {
  type AuthorityReply,
  InvariantError,
  type Refusal,
  RetryableError,
  UnreachableError,
} from '#runtime';
import { isObject } from '#schema';
import { type Json } from '#statechart';
import { type Service } from './contract/contract.js';
import { type HttpResponse } from './http-client.js';
import { retryAfter } from './retry-after.js';

/** Transient statuses below 500: request timeout, conflict (still at work on the key), too early, too many requests. */
const TRANSIENT: ReadonlySet<number> = new Set([408, 409, 425, 429]);

/**
 * Maps an HTTP response to a reply. The answer of a 200 is not yet validated. A 4xx with a code that the contract lists is a
 * refusal, whatever its status.
 *
 * @throws UnreachableError for 5xx, another RetryableError for 408, 409, 425 and 429, with the pause of `Retry-After`
 * @throws InvariantError `answer-breaks-contract` or `request-rejected` for a response that the contract does not know
 */
export function readReply(
  service: Service,
  { status, headers, text }: HttpResponse,
  now: number,
): AuthorityReply {
  const { id } = service;
  if (status === 200) return { kind: 'answered', answer: answerOf(service, text) };
  if (status === 202) return { kind: 'accepted' };
  const refusal = status >= 400 && status < 500 ? refusalOf(service, parsed(text)) : undefined;
  if (refusal) return { kind: 'refused', refusal };
  if (status >= 500 || TRANSIENT.has(status)) {
    const pause = retryAfter(headers['retry-after'], now);
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

/** The refusal that a problem document or a callback names, in the words of the contract; undefined when it names none. */
export function refusalOf({ refusals }: Service, problem: Json | undefined): Refusal | undefined {
  if (!isObject(problem)) return undefined;
  const { code, detail } = problem;
  if (typeof code !== 'string' || !Object.hasOwn(refusals, code)) return undefined;
  return { code, title: refusals[code]!.da, ...(typeof detail === 'string' && { detail }) };
}

function answerOf({ id }: Service, text: string): Json {
  const answer = parsed(text);
  if (answer !== undefined) return answer;
  throw new InvariantError('answer-breaks-contract', `${id} answered 200 with a body that is not JSON`);
}

/** Undefined for a text that is not JSON. */
function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
