import { type Instant } from '#statechart';

/** Why something is erased. A closed list, for words of one's own would be personal data again. */
export const ErasureReason = {
  /** The person asked for it (GDPR art. 17(1)). */
  request: 'request',
  /** It has been kept as long as its definition says (GDPR art. 5(1)(e)). */
  retention: 'retention',
  /** It should never have been there. */
  mistake: 'mistake',
  /** A court or the supervisory authority ordered it. */
  order: 'order',
} as const;
export type ErasureReason = (typeof ErasureReason)[keyof typeof ErasureReason];

/** What is erased as a whole. */
export const ERASED_KINDS = ['journey', 'person', 'correction'] as const;
export type ErasedKind = (typeof ERASED_KINDS)[number];

/** One line of the list of erasures: ids and codes only. */
export interface Erasure {
  readonly kind: ErasedKind;
  readonly id: string;
  readonly at: Instant;
  readonly reason: ErasureReason;
}

/** What is erased: a journey, a person or a correction. */
export type ErasedSubject = Pick<Erasure, 'kind' | 'id'>;

/** How much of a journey was erased. */
export interface ErasedRows {
  readonly entries: number;
  readonly dispatches: number;
  readonly messages: number;
  readonly documents: number;
  /** How many of the messages were still on their way, and are not delivered any more. */
  readonly undelivered: number;
  readonly drafts: number;
  readonly participants: number;
}

/**
 * Why something is kept. `under-way`: it has not ended, and nobody asked for that; `law`: its definition says that the law obliges
 * us, until then; `others`: it is the case of others, too; `needed`: so many journeys and corrections that are open still
 * need the number.
 */
export type KeptReason =
  | { readonly why: 'under-way' }
  | { readonly why: 'law'; readonly until: Instant; readonly source: string }
  | { readonly why: 'others'; readonly people: number }
  | { readonly why: 'needed'; readonly journeys: number };

export type JourneyErasure =
  | { readonly kind: 'erased'; readonly journey: string; readonly rows: ErasedRows }
  | { readonly kind: 'kept'; readonly journey: string; readonly kept: KeptReason }
  /** There is none, or it was erased before. */
  | { readonly kind: 'unknown'; readonly journey: string };

export interface PersonErasure {
  readonly person: string;
  readonly journeys: readonly JourneyErasure[];
  /** What became of the number in the vault, and of the person's drafts. */
  readonly number:
    { readonly kind: 'erased' | 'unknown' } | { readonly kind: 'kept'; readonly kept: KeptReason };
}

export interface ExpiredErasure {
  readonly erased: readonly JourneyErasure[];
  /** Ended journeys whose definition does not say how long they are kept. */
  readonly unlimited: number;
  /** Hashes of definitions that cannot be read, and why; their journeys are kept. */
  readonly unreadable: Readonly<Record<string, string>>;
  /** So many were erased as were allowed at once: there may be more. */
  readonly more: boolean;
}
