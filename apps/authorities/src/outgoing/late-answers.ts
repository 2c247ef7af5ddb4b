import { type CalendarClock } from '#runtime';
import { type Instant, type Json } from '#statechart';
import { type EffectLedger } from '../ledger/effect-ledger.js';
import { type LedgerEntry, type LedgerRecord } from '../ledger/ledger-entry.js';
import { type Agenda } from './agenda.js';
import { type Credential } from './credentials.js';
import { type Delivery, type Outbox } from './outbox.js';

/** How a callback is to be made. */
export interface CallbackManner {
  /** When, by calendar time. */
  readonly at: Instant;
  readonly twice: boolean;
  /** Wait for a later callback of the same authority, and go after it. */
  readonly outOfOrder: boolean;
}

interface LateAnswer {
  readonly ledger: EffectLedger;
  readonly key: string;
  readonly twice: boolean;
}

/** How long a callback that is to go after a later one waits for that one to come, in milliseconds. */
const PATIENCE = 1_000;

/** The answers that are given as callbacks: when they are due, in what order, and whether they wait to be released. */
export class LateAnswers {
  readonly #outbox: Outbox;
  readonly #clock: CalendarClock;
  readonly #credentialOf: (entry: LedgerEntry) => Credential;
  readonly #agenda: Agenda;
  readonly #held = new Map<string, LateAnswer[]>();
  /** The callback of each authority that lets a later one pass. */
  readonly #passed = new Map<string, { answer: LateAnswer; timer: NodeJS.Timeout }>();

  /** @param credentialOf what whoever answers an entry signs with */
  constructor(
    outbox: Outbox,
    clock: CalendarClock,
    agenda: Agenda,
    credentialOf: (entry: LedgerEntry) => Credential,
  ) {
    this.#outbox = outbox;
    this.#credentialOf = credentialOf;
    this.#clock = clock;
    this.#agenda = agenda;
  }

  add(ledger: EffectLedger, { entry }: LedgerRecord, { at, twice, outOfOrder }: CallbackManner): void {
    const { authority, key, callback } = entry;
    const answer = { ledger, key, twice };
    if (callback === 'held') this.#held.set(authority, [...(this.#held.get(authority) ?? []), answer]);
    else this.#agenda.add(at, () => (outOfOrder ? this.#swap(answer) : void this.#give(answer)));
  }

  /** Gives an answer as a callback although it was already given at once. */
  repeat(ledger: EffectLedger, { entry }: LedgerRecord): void {
    const answer = { ledger, key: entry.key, twice: false };
    this.#agenda.add(this.#clock.now(), () => void this.#send(answer).catch(() => undefined));
  }

  /** Lets the held callbacks of an authority go: that of one key, or all in the order they came. Gives how many. */
  release(authority: string, key?: string): number {
    const held = this.#held.get(authority) ?? [];
    const released = held.filter(answer => key === undefined || answer.key === key);
    this.#held.set(
      authority,
      held.filter(answer => !released.includes(answer)),
    );
    for (const answer of released) {
      answer.ledger.callback(answer.key, 'due');
      this.#agenda.add(this.#clock.now(), () => void this.#give(answer));
    }
    return released.length;
  }

  /** How many wait for others that are to go before them. */
  get passed(): number {
    return this.#passed.size;
  }

  close(): void {
    for (const { timer } of this.#passed.values()) clearTimeout(timer);
  }

  #swap(answer: LateAnswer): void {
    const { authority } = answer.ledger;
    const waiting = this.#passed.get(authority);
    if (!waiting) {
      const timer = setTimeout(() => {
        this.#passed.delete(authority);
        void this.#give(answer);
      }, PATIENCE);
      this.#passed.set(authority, { answer, timer });
      return;
    }
    this.#passed.delete(authority);
    clearTimeout(waiting.timer);
    void this.#give(answer).then(() => this.#give(waiting.answer));
  }

  async #give(answer: LateAnswer): Promise<void> {
    const { ledger, key, twice } = answer;
    try {
      const delivery = await this.#send(answer);
      ledger.callback(key, delivery);
      if (twice) await this.#send(answer);
    } catch {
      // The outbox was closed: the callback is still due in the ledger.
    }
  }

  async #send({ ledger, key }: LateAnswer): Promise<Delivery> {
    const record = ledger.find(key);
    // The ledger has forgotten what is so old.
    if (!record) return 'rejected';
    const { reply } = record;
    const message: Json =
      reply.kind === 'answered'
        ? { outcome: 'answered', answer: reply.answer }
        : { outcome: 'refused', refusal: { ...reply.refusal } };
    const path = `/v1/callbacks/${encodeURIComponent(key)}`;
    return this.#outbox.deliver(this.#credentialOf(record.entry), path, 'application/json', message);
  }
}
