import { type AuthorityPort, type AuthorityReply, InvariantError } from '#runtime';
import { type Instant, type Json } from '#statechart';
import { catalogue } from './catalogue.js';
import { type SeededRandom } from '../support/seeded-random.js';

/** What an authority did for a key, once and for all. */
export interface LedgerEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly key: string;
  readonly service: string;
  readonly input: Json;
  readonly kind: 'effect' | 'read' | 'compensation' | 'refusal';
  /** Of a compensation: the key it undoes, and whether that had had an effect. */
  readonly undoes?: string;
  readonly undone?: boolean;
  readonly reply: Exclude<AuthorityReply, { readonly kind: 'accepted' }>;
  /** It answers later. */
  readonly later: boolean;
}

/** What the authorities tell their surroundings when they have accepted something. */
export type AnswerLater = (entry: LedgerEntry) => void;

/**
 * The authorities and their ledger, which outlive every process. A key has one effect and one reply, however often it comes;
 * what was undone, even before it came, is refused.
 */
export class SimulatedAuthorities implements AuthorityPort {
  readonly ledger = new Map<string, LedgerEntry>();
  /** Keys that came again with something else in them. */
  readonly contradictions: string[] = [];
  readonly #undone = new Set<string>();
  readonly #random: SeededRandom;
  readonly #now: () => Instant;
  readonly #broken: () => number;
  readonly #answerLater: AnswerLater;

  constructor(random: SeededRandom, now: () => Instant, broken: () => number, answerLater: AnswerLater) {
    this.#random = random;
    this.#now = now;
    this.#broken = broken;
    this.#answerLater = answerLater;
  }

  async call(request: { dispatch: string; service: string; input: Json }): Promise<AuthorityReply> {
    const { dispatch: key, service, input } = request;
    if (this.#random.happens(this.#broken())) {
      // What cannot be read may tell of something that was done.
      if (!this.ledger.has(key) && this.#random.happens(0.5))
        this.#decide(key, service, structuredClone(input));
      throw new InvariantError('contract-broken', `${service} answered what is not in its contract`);
    }
    const known = this.ledger.get(key);
    if (known && (known.service !== service || JSON.stringify(known.input) !== JSON.stringify(input))) {
      this.contradictions.push(key);
    }
    const entry = known ?? this.#decide(key, service, structuredClone(input));
    return entry.later ? { kind: 'accepted' } : entry.reply;
  }

  #decide(key: string, service: string, input: Json): LedgerEntry {
    const contract = catalogue.service(service)!;
    const undoes = (input as { readonly undoes?: string }).undoes;
    const refusal = this.#refusal(key, Object.keys(contract.refusals));
    const kind = refusal
      ? 'refusal'
      : undoes !== undefined
        ? 'compensation'
        : contract.effect === 'none'
          ? 'read'
          : 'effect';
    const undone = undoes !== undefined && this.ledger.get(undoes)?.kind === 'effect';
    const answer = undoes === undefined ? { reference: `R-${this.ledger.size}` } : {};
    const entry: LedgerEntry = {
      seq: this.ledger.size,
      at: this.#now(),
      key,
      service,
      input,
      kind,
      ...(kind === 'compensation' && { undoes: undoes!, undone: undone && !this.#undone.has(undoes!) }),
      reply: refusal ?? { kind: 'answered', answer },
      later: this.#random.happens(0.35),
    };
    if (undoes !== undefined && !refusal) this.#undone.add(undoes);
    this.ledger.set(key, entry);
    if (entry.later) this.#answerLater(entry);
    return entry;
  }

  #refusal(key: string, codes: readonly string[]): LedgerEntry['reply'] | undefined {
    const code = this.#undone.has(key)
      ? 'withdrawn'
      : codes.length > 0 && this.#random.happens(0.2)
        ? this.#random.pick(codes)
        : undefined;
    return code === undefined ? undefined : { kind: 'refused', refusal: { code, title: code } };
  }
}
