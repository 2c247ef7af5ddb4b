import { type Json } from '#statechart';
import { type EffectLedger } from '../ledger/effect-ledger.js';
import { type LedgerRecord } from '../ledger/ledger-entry.js';
import { type Delivery, type Outbox } from './outbox.js';

/** How a callback is to be made. */
export interface CallbackManner {
  /** Milliseconds to wait. */
  readonly after: number;
  readonly twice: boolean;
  /** Wait for a later callback of the same authority, and go after it. */
  readonly outOfOrder: boolean;
}

interface LateAnswer {
  readonly ledger: EffectLedger;
  readonly record: LedgerRecord;
  readonly twice: boolean;
}

/** How long a callback that is to go after a later one waits for that one to come, in milliseconds. */
const PATIENCE = 1_000;

/** The answers that are given as callbacks: when they are due, in what order, and whether they wait to be released. */
export class LateAnswers {
  readonly #outbox: Outbox;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #held = new Map<string, LateAnswer[]>();
  /** The callback of each authority that lets a later one pass. */
  readonly #passed = new Map<string, { answer: LateAnswer; timer: NodeJS.Timeout }>();

  constructor(outbox: Outbox) {
    this.#outbox = outbox;
  }

  add(ledger: EffectLedger, record: LedgerRecord, { after, twice, outOfOrder }: CallbackManner): void {
    const answer = { ledger, record, twice };
    if (record.entry.callback === 'held') {
      const { authority } = record.entry;
      this.#held.set(authority, [...(this.#held.get(authority) ?? []), answer]);
    } else if (outOfOrder) {
      this.#later(after, () => this.#swap(answer));
    } else {
      this.#later(after, () => void this.#give(answer));
    }
  }

  /** Gives an answer as a callback although it was already given at once. */
  repeat(ledger: EffectLedger, record: LedgerRecord): void {
    this.#later(0, () => void this.#send({ ledger, record, twice: false }).catch(() => undefined));
  }

  /** Lets the held callbacks of an authority go: that of one key, or all in the order they came. Gives how many. */
  release(authority: string, key?: string): number {
    const held = this.#held.get(authority) ?? [];
    const released = held.filter(({ record }) => key === undefined || record.entry.key === key);
    this.#held.set(
      authority,
      held.filter(answer => !released.includes(answer)),
    );
    for (const answer of released) {
      answer.ledger.callback(answer.record.entry.key, 'due');
      this.#later(0, () => void this.#give(answer));
    }
    return released.length;
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #swap(answer: LateAnswer): void {
    const { authority } = answer.record.entry;
    const waiting = this.#passed.get(authority);
    if (!waiting) {
      const timer = this.#later(PATIENCE, () => {
        this.#passed.delete(authority);
        void this.#give(answer);
      });
      this.#passed.set(authority, { answer, timer });
      return;
    }
    this.#passed.delete(authority);
    clearTimeout(waiting.timer);
    this.#timers.delete(waiting.timer);
    void this.#give(answer).then(() => this.#give(waiting.answer));
  }

  async #give(answer: LateAnswer): Promise<void> {
    const { ledger, record, twice } = answer;
    try {
      const delivery = await this.#send(answer);
      ledger.callback(record.entry.key, delivery);
      if (twice) await this.#send(answer);
    } catch {
      // The outbox was closed: the callback is still due in the ledger.
    }
  }

  #send({ record: { entry, reply } }: LateAnswer): Promise<Delivery> {
    const message: Json =
      reply.kind === 'answered'
        ? { outcome: 'answered', answer: reply.answer }
        : { outcome: 'refused', refusal: { ...reply.refusal } };
    const path = `/v1/callbacks/${encodeURIComponent(entry.key)}`;
    return this.#outbox.deliver(entry.authority, path, 'application/json', message);
  }

  #later(after: number, act: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, after);
    this.#timers.add(timer);
    return timer;
  }
}
