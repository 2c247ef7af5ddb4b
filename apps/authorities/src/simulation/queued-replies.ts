import { isDeepStrictEqual } from 'node:util';
import { type Period } from '#calendar';
import { type JsonObject } from '#statechart';

/** How one request to a service is answered, whatever its contract and knobs say. */
export interface QueuedReply {
  /** It is for the first request with this very body; without it, for the next one. */
  readonly input?: JsonObject;
  /** The whole answer; without it and without `refuse`, as it would have been. */
  readonly answer?: JsonObject;
  /** A code that the contract lists. */
  readonly refuse?: string;
  /** It is accepted and answered so much later by calendar time: milliseconds, or a period as `P3W`. */
  readonly after?: number | Period;
  /** It is accepted and answered when it is released. */
  readonly hold?: boolean;
}

/** Test double script: the replies to the next requests of each operation, one after the other. */
export class QueuedReplies {
  readonly #replies = new Map<string, QueuedReply[]>();

  /** Takes the place of what is left of an earlier script. */
  set(operation: string, replies: readonly QueuedReply[]): void {
    this.#replies.set(operation, [...replies]);
  }

  take(operation: string, body: JsonObject): QueuedReply | undefined {
    const replies = this.#replies.get(operation) ?? [];
    const place = replies.findIndex(({ input }) => input === undefined || isDeepStrictEqual(input, body));
    return place < 0 ? undefined : replies.splice(place, 1)[0];
  }
}
