import { type AuthorityPort, type AuthorityReply, InvariantError } from '#runtime';
import { type Effect, type Finding } from '../auditor/index.js';
import { type Json } from '#statechart';
import { type Scene, type Setting } from './setting.js';
import { type SeededRandom } from '../support/seeded-random.js';

/** What an authority did for a key, once and for all. */
export interface LedgerEntry extends Effect {
  readonly input: Json;
  readonly outcome: Exclude<AuthorityReply, { readonly kind: 'accepted' }>;
  /** Where the answer stands of an authority that answers later. */
  callback?: 'due' | 'acknowledged';
}

type Refused = Extract<AuthorityReply, { readonly kind: 'refused' }>;

/** What Digital Post answers. */
export const DELIVERED = { channel: 'digital', deliveredOn: '2025-03-03' };

/** What the authorities tell their surroundings when they have accepted something. */
export type AnswerLater = (entry: LedgerEntry) => void;

/**
 * The authorities and their ledger, which outlive every process. A key has one effect and one reply, however often it comes;
 * what was undone, even before it came, is refused.
 */
export class SimulatedAuthorities implements AuthorityPort {
  readonly ledger = new Map<string, LedgerEntry>();
  /** What came again with another content. */
  readonly contradictions: Effect[] = [];
  /** Requests that are not as their contract asks. */
  readonly faulty: Finding[] = [];
  readonly #undone = new Set<string>();

  readonly #setting: Setting;
  readonly #scene: Scene;
  readonly #random: SeededRandom;
  readonly #broken: () => number;
  readonly #answerLater: AnswerLater;

  constructor(
    setting: Setting,
    scene: Scene,
    random: SeededRandom,
    broken: () => number,
    answerLater: AnswerLater,
  ) {
    this.#setting = setting;
    this.#scene = scene;
    this.#random = random;
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
    const digest = JSON.stringify(input);
    if (known && (known.service !== service || known.digest !== digest)) {
      this.contradictions.push({ ...known, kind: 'duplicate', digest: `${service} ${digest}` });
    }
    const entry = known ?? this.#decide(key, service, structuredClone(input));
    return entry.callback ? { kind: 'accepted' } : entry.outcome;
  }

  #decide(key: string, service: string, input: Json): LedgerEntry {
    const contract = this.#setting.catalogue.service(service)!;
    const question = { service, key, input };
    for (const found of this.#scene.faults(question)) {
      const about = `the request to ${service}`;
      this.faulty.push({
        journey: key,
        property: 'effect',
        about,
        expected: 'what the contract asks',
        found,
      });
    }
    const said = this.#scene.says(question);
    const undoes = (input as { readonly undoes?: string }).undoes;
    const refusal = this.#refusal(
      key,
      'refuse' in said ? said.refuse : undefined,
      Object.keys(contract.refusals),
    );
    const answer = 'answer' in said ? said.answer : {};
    const kind = refusal
      ? 'refusal'
      : undoes !== undefined
        ? 'compensation'
        : contract.effect === 'none'
          ? 'read'
          : 'effect';
    const undone = undoes !== undefined && this.ledger.get(undoes)?.kind === 'effect';
    const outcome = refusal ?? { kind: 'answered', answer };
    const fields = Object.keys(input as object);
    const entry: LedgerEntry = {
      key,
      service,
      input,
      kind,
      digest: JSON.stringify(input),
      fields,
      categories: fields.flatMap(field => contract.categories[field] ?? []),
      outcome,
      reply: refusal ? (refusal.refusal as unknown as Json) : answer,
      ...(refusal && { code: refusal.refusal.code }),
      ...(kind === 'compensation' && { undoes: undoes!, undone: undone && !this.#undone.has(undoes!) }),
      ...(this.#random.happens(0.35) && { callback: 'due' as const }),
    };
    if (undoes !== undefined && !refusal) this.#undone.add(undoes);
    if (!refusal) this.#scene.done(question, answer);
    this.ledger.set(key, entry);
    if (entry.callback) this.#answerLater(entry);
    return entry;
  }

  #refusal(key: string, must: string | undefined, codes: readonly string[]): Refused | undefined {
    const code = this.#undone.has(key)
      ? 'withdrawn'
      : (must ??
        (codes.length > 0 && this.#random.happens(this.#setting.refuses)
          ? this.#random.pick(codes)
          : undefined));
    return code === undefined ? undefined : { kind: 'refused', refusal: { code, title: code } };
  }
}
