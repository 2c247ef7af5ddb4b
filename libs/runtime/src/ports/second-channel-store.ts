import { type Instant } from '#statechart';

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

/** Tries that a code takes. */
export const CODE_TRIES = 5;

/**
 * Second channels of persons, one each. Rules: `save` puts an unconfirmed one in the place of whatever there was. `confirm` counts each try
 * before it says how it went; a code is of no use after {@link CODE_TRIES}, at its end, or once it has confirmed.
 */
export abstract class SecondChannelStore {
  abstract find(person: string): Promise<SecondChannel | undefined>;
  abstract save(person: string, contact: Omit<SecondChannel, 'confirmed'>, sent: SentCode): Promise<void>;
  abstract confirm(person: string, code: string, at: Instant): Promise<boolean>;
  abstract remove(person: string): Promise<void>;
}
