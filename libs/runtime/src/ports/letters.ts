import { type Instant } from '#statechart';
import { type OutgoingMessage } from '../mailbox/message.js';
import { type NewDispatch } from './change.js';

/** What is written at one occasion about something that is no journey, as a journey's entry has it. */
export interface Letters {
  /** Number of the occasion: the messages are numbered by it. */
  readonly entry: number;
  readonly at: Instant;
  readonly messages: readonly OutgoingMessage[];
  /** Their deliveries, and what is asked of an authority at that occasion. */
  readonly dispatches: readonly NewDispatch[];
}
