import { createHmac, type KeyObject } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type Authority,
  type Catalogue,
  type ContractValidators,
  type FinalReply,
  type Service,
} from '#authorities';
import { dateAt, instantAfter, iso, type IsoDate, type Period } from '#calendar';
import { type CalendarClock } from '#runtime';
import { canonicalJson, isObject, personsNamedIn } from '#schema';
import { type Instant, type JsonObject } from '#statechart';
import { type EffectLedger } from '../ledger/effect-ledger.js';
import { type FetchedDocument, type LedgerRecord } from '../ledger/ledger-entry.js';
import { type Credentials } from '../outgoing/credentials.js';
import { type DocumentFetch } from '../outgoing/document-fetch.js';
import { type LateAnswers } from '../outgoing/late-answers.js';
import { ANSWER_RULES } from '../rules/answer-rules.js';
import { type RegisterAnswer, registerAnswer } from '../population/register-answers.js';
import { type Registrations } from '../population/registrations.js';
import { REFUSAL_RULES } from '../rules/refusal-rules.js';
import { composeAnswer } from './compose-answer.js';
import { type KnobBoard } from './knobs.js';
import { type KnownPeople } from './known-people.js';
import { type QueuedReplies, type QueuedReply } from './queued-replies.js';
import { type ServiceRequest, type SimulatedResponse } from './simulated-response.js';

export interface SimulationParts {
  readonly authority: Authority;
  readonly catalogue: Catalogue;
  readonly validators: ContractValidators;
  readonly ledger: EffectLedger;
  readonly knobs: KnobBoard;
  readonly people: KnownPeople;
  readonly replies: QueuedReplies;
  /** Whom all registers know. */
  readonly registrations?: Registrations | undefined;
  readonly lateAnswers: LateAnswers;
  readonly credentials: Credentials;
  readonly documents: DocumentFetch;
  readonly clock: CalendarClock;
  /** Keys the digests of the ledger. */
  readonly secret: KeyObject;
  /** From 0 up to 1. */
  readonly random: () => number;
}

const FAILED: SimulatedResponse = {
  kind: 'problem',
  problem: { status: 500, type: 'failure', title: 'The authority failed' },
};

interface Decided {
  readonly reply: FinalReply;
  /** It is given in the response, also where the service answers later. */
  readonly immediately: boolean;
  /** Of a compensation. */
  readonly undone?: boolean;
}

/** One simulated authority: does what its contract says, once for each idempotency key, and misbehaves as its knobs say. */
export class Simulation {
  constructor(readonly parts: SimulationParts) {}

  /** @param signal aborted when the caller has gone or the simulation ends */
  async handle(service: Service, request: ServiceRequest, signal: AbortSignal): Promise<SimulatedResponse> {
    const { knobs } = this.parts;
    const trouble = await this.#troubleBefore(request, signal);
    if (trouble) return trouble;
    const documents = await this.#documents(service, request);
    if (!documents) return FAILED;
    const response = this.#answer(service, request, documents);
    return knobs.take(request, 'loseNext') ? { kind: 'cut' } : response;
  }

  async #troubleBefore(request: ServiceRequest, signal: AbortSignal): Promise<SimulatedResponse | undefined> {
    const { knobs, random } = this.parts;
    const { latency = 0, outage, silent, downtime, errorRate = 0 } = knobs.effective(request);
    if (latency > 0) {
      try {
        await pause(latency, undefined, { signal });
      } catch {
        return { kind: 'cut' };
      }
    }
    if (outage) return { kind: 'cut' };
    if (silent) return { kind: 'silence' };
    if (downtime) {
      return {
        kind: 'problem',
        retryAfter: downtime.retryAfter,
        problem: { status: 503, type: 'planned-downtime', title: 'Planned downtime' },
      };
    }
    if (knobs.take(request, 'failNext') || random() < errorRate) {
      return FAILED;
    }
    return undefined;
  }

  /** What a request names and the contract says are documents; undefined when they cannot be had now. */
  async #documents(
    service: Service,
    { key, body, askedOf }: ServiceRequest,
  ): Promise<readonly FetchedDocument[] | undefined> {
    const { credentials, documents, ledger } = this.parts;
    if (!isObject(body) || ledger.find(key)) return [];
    return documents.all(credentials.of(service, askedOf), key, body, service.input);
  }

  #answer(
    service: Service,
    request: ServiceRequest,
    documents: readonly FetchedDocument[],
  ): SimulatedResponse {
    const { ledger, validators, clock } = this.parts;
    const { key, body } = request;
    const faults = validators.request(service, body);
    if (faults.length > 0) {
      return {
        kind: 'problem',
        problem: {
          status: 422,
          type: 'request-breaks-contract',
          title: 'The request does not fit the contract',
          detail: `See the contract of ${service.id}.`,
          errors: faults,
        },
      };
    }
    // The contract has just said that it is an object.
    const input = body as JsonObject;
    const digest = this.#digest(service.id, input);
    const known = ledger.find(key);
    if (!known) return this.#respond(this.#decide(service, request, input, digest, documents));
    if (known.entry.digest !== digest) {
      return {
        kind: 'problem',
        problem: {
          status: 422,
          type: 'idempotency-key-reused',
          title: 'The Idempotency-Key was used for another request',
          detail: 'Send each new request with a key of its own.',
        },
      };
    }
    ledger.duplicate(known, iso(clock.now()));
    return this.#respond(known);
  }

  /** Decides on a key that is new and keeps the decision; nothing can come in between. */
  #decide(
    service: Service,
    request: ServiceRequest,
    input: JsonObject,
    digest: string,
    documents: readonly FetchedDocument[],
  ): LedgerRecord {
    const { ledger, knobs, lateAnswers, clock } = this.parts;
    const { operation, key, askedOf } = request;
    const { callbackAfter = 0, duplicate, outOfOrder, ...knob } = knobs.effective(request);
    const undoes = service.undoes === undefined ? undefined : String(input['undoes']);
    const queued =
      (undoes === undefined && !ledger.isUndone(key) && this.parts.replies.take(operation, input)) || {};
    const hold = queued.hold ?? knob.hold;
    const asked = queued.after !== undefined || queued.hold === true;
    const at = after(clock.now(), queued.after ?? callbackAfter);
    const answeredAt = asked || service.answers === 'later' ? at : clock.now();
    const { reply, immediately, undone } =
      queuedReply(service, queued) ?? this.#reply(service, request, input, dateAt(answeredAt));
    const refused = reply.kind === 'refused';
    const later = asked || (service.answers === 'later' && !immediately);
    const record = ledger.record(
      {
        at: iso(clock.now()),
        ...(askedOf !== undefined && { askedOf }),
        service: service.id,
        key,
        kind: refused
          ? 'refusal'
          : undoes !== undefined
            ? 'compensation'
            : service.effect === 'none'
              ? 'read'
              : 'effect',
        digest,
        fields: Object.keys(input),
        categories: [...new Set(Object.keys(input).map(field => service.categories[field] ?? 'unknown'))],
        ...(documents.length > 0 && { documents }),
        ...(reply.kind === 'refused' && { code: reply.refusal.code }),
        ...(undoes !== undefined && { undoes, undone: undone === true }),
        ...(later &&
          (hold ? { callback: 'held' as const } : { callback: 'due' as const, callbackAt: iso(at) })),
      },
      input,
      reply,
    );
    this.parts.registrations?.take(record);
    if (later)
      lateAnswers.add(ledger, record, {
        at,
        twice: duplicate ?? false,
        outOfOrder: outOfOrder ?? false,
      });
    else if (duplicate) lateAnswers.repeat(ledger, record);
    return record;
  }

  #reply(service: Service, request: ServiceRequest, input: JsonObject, answeredOn: IsoDate): Decided {
    const { operation, key } = request;
    const { authority, ledger, people, knobs, clock, registrations } = this.parts;
    const today = dateAt(clock.now());
    if (service.undoes !== undefined) {
      const original = ledger.find(String(input['undoes']));
      const undone = original?.entry.kind === 'effect' && original.entry.service === service.undoes;
      return { reply: { kind: 'answered', answer: { undone, undoneOn: today } }, immediately: true, undone };
    }
    const persons = personsNamedIn(input, service.input);
    const said = (id: string): RegisterAnswer =>
      registrations && registerAnswer(id, input, persons, today, registrations.on(today));
    const registered = (id: string): JsonObject | undefined => {
      const answer = said(id);
      return typeof answer === 'string' ? undefined : answer;
    };
    const occasion = {
      input,
      today,
      standing: (other: string) => ledger.standing(`${authority.id}.${other}`),
      known: (other: string) => ({
        ...registered(`${authority.id}.${other}`),
        ...people.answerOf(other, persons),
      }),
    };
    const codes = Object.keys(service.refusals);
    const asked = knobs.takeRefusal(request);
    const code =
      (ledger.isUndone(key) ? 'withdrawn' : undefined) ??
      (asked && codes.includes(asked.code) ? asked.code : undefined) ??
      people.refusalOf(persons, codes) ??
      REFUSAL_RULES[service.id]?.(occasion) ??
      codes.find(known => known === said(service.id));
    if (code !== undefined) {
      const title = service.refusals[code]?.da ?? code;
      return {
        reply: { kind: 'refused', refusal: { code, title } },
        immediately: code === 'withdrawn' || (asked?.code === code && asked.immediately),
      };
    }
    const { examplesAsOf } = authority;
    const composed = composeAnswer(service, { input, key, today: answeredOn, examplesAsOf });
    const answer = {
      ...(registered(service.id) ?? composed),
      ...ANSWER_RULES[service.id]?.(occasion),
      ...people.answerOf(operation, persons),
    };
    return { reply: { kind: 'answered', answer }, immediately: false };
  }

  #respond({ entry, reply }: LedgerRecord): SimulatedResponse {
    if (entry.callback !== undefined) return { kind: 'accepted' };
    if (reply.kind === 'answered') return { kind: 'answer', answer: reply.answer };
    const { code, title, detail } = reply.refusal;
    return {
      kind: 'problem',
      problem: { status: 422, type: 'refused', title, code, ...(detail !== undefined && { detail }) },
    };
  }

  #digest(service: string, input: JsonObject): string {
    return createHmac('sha256', this.parts.secret)
      .update(`${service} ${canonicalJson(input)}`)
      .digest('hex');
  }
}

/** The reply that was queued, if any was. */
function queuedReply({ refusals }: Service, { answer, refuse }: QueuedReply): Decided | undefined {
  if (refuse !== undefined) {
    const title = refusals[refuse]?.da ?? refuse;
    return { reply: { kind: 'refused', refusal: { code: refuse, title } }, immediately: false };
  }
  return answer && { reply: { kind: 'answered', answer }, immediately: false };
}

/** @param wait milliseconds, or a period of the calendar */
function after(now: Instant, wait: number | Period): Instant {
  return typeof wait === 'number' ? now + wait : instantAfter(now, wait);
}
