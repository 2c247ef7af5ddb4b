import { type Instant } from '#statechart';
import { type OutgoingMessage } from '../mailbox/message.js';
import { type GivenMandate } from '../mandates/mandate.js';
import { type NewDispatch } from './change.js';

/**
 * Mandates that people give each other, with what is written to the two about them. {@link MandateStore} finds them beside those by law.
 * Rules: `add` resolves to whether it was added: not when there is one of that id. `change` is optimistic: it changes one only while
 * something is due about it at the instant that was read, and resolves to whether it did. Either writes its letters with it, or neither.
 * Names and letters are encrypted, and go with either of the two persons.
 */
export abstract class GivenMandateStore {
  abstract add(mandate: GivenMandate, letters: MandateLetters): Promise<boolean>;
  abstract find(id: string): Promise<GivenMandate | undefined>;
  abstract change(mandate: GivenMandate, change: MandateChange, letters?: MandateLetters): Promise<boolean>;
  /** About which something is due by then, the earliest first. */
  abstract due(at: Instant, limit: number): Promise<readonly GivenMandate[]>;
}

export interface MandateChange {
  readonly ended?: Instant;
  /** Absent: nothing more is to be done. */
  readonly due?: Instant;
}

/** What is written about a mandate at one occasion, as a journey's entry has it. */
export interface MandateLetters {
  /** Number of the occasion: the messages are numbered by it. */
  readonly entry: number;
  readonly at: Instant;
  readonly messages: readonly OutgoingMessage[];
  /** Their deliveries. */
  readonly dispatches: readonly NewDispatch[];
}
