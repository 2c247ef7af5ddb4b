import { type Json } from '#statechart';

/**
 * Client of the authorities' services, with the dispatch id as idempotency key: calling again with the same id has one effect
 * and gives the same answer. Rejects with `UnreachableError` (connection, timeout, 5xx), another `RetryableError` when the
 * authority asks for patience (429 and the like), both with its `Retry-After`, or `InvariantError` when the request or the
 * answer breaks the contract, which trying again cannot mend.
 */
export abstract class AuthorityPort {
  abstract call(
    request: { dispatch: string; service: string; authority: string; input: Json },
    signal?: AbortSignal,
  ): Promise<AuthorityReply>;
}

/** Reply of an authority to a dispatch. A refusal is an answer, not an error. */
export type AuthorityReply =
  | { readonly kind: 'answered'; readonly answer: Json }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'accepted' };

/** Why an authority refuses, as its problem document says (RFC 9457). */
export type Refusal = {
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
};
