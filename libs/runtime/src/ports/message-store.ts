import { type Language } from '#journey';
import { type Instant } from '#statechart';
import { type MessageRecord, type MessageStatus, type MessageWay } from '../mailbox/message.js';
import { type DispatchStatus } from '../journey-record.js';
import { type PageRequest } from './page-request.js';

/**
 * Mailboxes: what was sent, and what became of it. A commit adds messages, with their deliveries; this store reads them and writes
 * what happens to them afterwards. Rules:
 * - `find` and `pageOf` give whatever was sent to the person, whether or not they still take part, and nothing of others.
 *   The id of a row in a page is the dispatch id of its delivery, also where there is none.
 * - `address` fixes the language of a message the first time it is called, by what its recipient wishes then, and whether its subject
 *   says which journey it is about, by whether they take part in others of its kind that go on. It gives the same ever after: asking
 *   again must be the same request.
 * - `settle` ends a delivery and changes its message, both or neither. It touches an open delivery or, `returned`, also one that
 *   has been answered, for post may come back; and resolves to whether it did.
 */
export abstract class MessageStore {
  abstract find(journey: string, number: number, person: string): Promise<MessageRecord | undefined>;
  /** Newest first. */
  abstract pageOf(
    person: string,
    filter: MessageFilter,
    page: PageRequest,
  ): Promise<readonly MessageRecord[]>;
  /** @returns whether there is such a message; the first reading counts */
  abstract markRead(journey: string, number: number, person: string, at: Instant): Promise<boolean>;
  /** The message of a delivery, with its language. */
  abstract address(
    journey: string,
    number: number,
  ): Promise<(MessageRecord & { readonly language: Language }) | undefined>;
  abstract settle(journey: string, number: number, settlement: DeliverySettlement): Promise<boolean>;
}

export interface MessageFilter {
  readonly journey?: string;
  /** Only what has not been read. */
  readonly unread?: boolean;
}

/** What becomes of a delivery, and of its message. */
export interface DeliverySettlement {
  readonly at: Instant;
  readonly dispatch: Extract<DispatchStatus, 'answered' | 'refused' | 'stopped'>;
  readonly message: Exclude<MessageStatus, 'sent'>;
  readonly way?: MessageWay;
  readonly receivedOn?: string;
  /** Code of the reason. */
  readonly returned?: string;
}
