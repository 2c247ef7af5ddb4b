import { type Instant } from '#statechart';
import { type Disclosure } from '../journey-record.js';

export const CHANNEL_WAYS = ['sms', 'email'] as const;
export type ChannelWay = (typeof CHANNEL_WAYS)[number];

/** Where somebody is told that there is news, besides Digital Post. */
export interface SecondChannel {
  readonly way: ChannelWay;
  /** Telephone number with its country, `+4512345678`, or mail address. */
  readonly address: string;
  /** Whether they have shown that it is theirs. */
  readonly confirmed: boolean;
}

/** A *one-time code* that was sent to an address. */
export interface SentCode {
  readonly code: string;
  readonly until: Instant;
}

/** A text, as it is known before it is sent. */
export interface SentText extends Pick<SecondChannel, 'way' | 'address'> {
  readonly person: string;
  readonly at: Instant;
  /** To prove that the address is theirs, or to say that there is news. */
  readonly purpose: 'code' | 'news';
  /** Of news: the delivery that they tell of. */
  readonly delivery?: { readonly journey: string; readonly seq: number };
  readonly disclosure: Pick<Disclosure, 'categories' | 'ground'>;
}

/** Tries that a code takes. */
export const CODE_TRIES = 5;

/**
 * Second channels of persons, one each. Rules: `save` puts an unconfirmed one in the place of whatever there was. `confirm` counts each try
 * before it says how it went; a code is of no use after {@link CODE_TRIES}, at its end, or once it has confirmed. What `record` has
 * resolved is durable, and news of one delivery stand once.
 */
export abstract class SecondChannelStore {
  abstract find(person: string): Promise<SecondChannel | undefined>;
  abstract save(person: string, contact: Omit<SecondChannel, 'confirmed'>, sent: SentCode): Promise<void>;
  abstract confirm(person: string, code: string, at: Instant): Promise<boolean>;
  abstract remove(person: string): Promise<void>;
  abstract record(text: SentText): Promise<void>;
}
