import { type JourneyEffect, type Language, type ReminderEffect, type WordedMessage } from '#journey';
import { type Instant, type Json } from '#statechart';
import { type Disclosure, type JournalEntry, type JourneyStatus, type RunState } from '../journey-record.js';
import { type BetweenChange } from '../between/between.js';
import { type ClearedDrafts, type Settlement } from '../ports.js';

/** Decision of the decider (event sourcing): what one event makes of one journey, before it is stored. */
export interface Decision {
  readonly status: JourneyStatus;
  readonly state: RunState;
  readonly effects: readonly DecisionEffect[];
  readonly entry: Pick<
    JournalEntry,
    'kind' | 'actor' | 'holder' | 'holderAuthority' | 'subject' | 'state' | 'origin' | 'seenBy' | 'detail'
  >;
  readonly settles?: Settlement;
  /** Number of the timer that has been consumed. */
  readonly elapsed?: number;
  /** The machine failed: why the journey is now held. */
  readonly fault?: { readonly code: string; readonly message: string };
  /** Drafts that are no longer needed. */
  readonly draftsCleared?: readonly ClearedDrafts[];
  readonly between?: BetweenChange;
  /** Id of the assistance that it tells of. */
  readonly assisted?: string;
}

/** When a decision is committed, by each of the two clocks. */
export interface Occasion {
  /** Calendar time: when it happened. */
  readonly at: Instant;
  readonly wall: Instant;
  /** Where people read the journey. */
  readonly link?: string | undefined;
}

/** Effects as data: what a journey asks the world to do, and what undoing it asks. */
export type DecisionEffect = (
  JourneyEffect | CompensateEffect | OfferEffect | ReaddressEffect | TellEffect
) & {
  /** Through whose act, where that is not what the decision's entry says. */
  readonly acting?: Disclosure['acting'];
};

/** Effect: tell these persons that a journey is held out to them. */
export interface OfferEffect {
  readonly type: 'offer';
  /** Key of `offers` in the texts. */
  readonly offer: string;
  readonly persons: readonly string[];
  /** The instant from which on it is too late. */
  readonly until: Instant;
}

/** Effect: what is still to be asked is asked of another authority. */
export interface ReaddressEffect {
  readonly type: 'readdress';
  readonly seq: number;
  readonly service: string;
  readonly authority: string;
  readonly input: Json;
}

/** Effect: tell persons something that no definition has words for. */
export interface TellEffect extends Pick<ReminderEffect, 'role' | 'persons' | 'letters'> {
  readonly type: 'tell';
  /** Names the words, as the key of a text would. */
  readonly text: string;
  readonly words: Readonly<Record<Language, WordedMessage>>;
}

/** Effect: ask a service to undo what an earlier dispatch did. */
export interface CompensateEffect {
  readonly type: 'compensate';
  readonly seq: number;
  readonly service: string;
  /** Number of the earlier dispatch, and the authority that it was asked of. */
  readonly undoes: number;
  readonly authority?: string;
}
