import { type Json } from '#statechart';

/** What an authority will say: the answer to a dispatch, or that it refuses, with a code of the service's contract. */
export type PlayedReply =
  { readonly kind: 'answer'; readonly answer: Json } | { readonly kind: 'refuse'; readonly code: string };
