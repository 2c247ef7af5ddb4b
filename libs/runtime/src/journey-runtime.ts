import { dateAt } from '#calendar';
import { type Instant, type Json } from '#statechart';
import { reachInForce } from './assistance/reach.js';
import { tellAssisted } from './assistance/tell-assisted.js';
import { isCorrection } from './corrections/correction.js';
import { authorityChangeOrigin, decideAuthorityChange } from './decide/authority-change.js';
import { previewCancellation } from './decide/cancellation-preview.js';
import { type CancelRequest, decideCancel, refuseCancellation } from './decide/cancel.js';
import { awaitedService } from './decide/compensating.js';
import { type ParticipantRequest, type Requester } from './decide/participant-request.js';
import { refuseReusedKey, refuseStrangers, unknownDispatch, unknownJourney } from './decide/refusal.js';
import { requestJourneys, requestOrigins } from './decide/request-names.js';
import { decideLateReport } from './decide/late-report.js';
import { decideReport, listensFor, reportOrigin, type ReportRequest } from './decide/report.js';
import { decideResume } from './decide/resume.js';
import { type Decision } from './decide/decision.js';
import { decideLate, decideSettle, type SettleRequest } from './decide/settle.js';
import { decideStart, START, type StartRequest } from './decide/start.js';
import { decideSubmit, type SubmitRequest } from './decide/submit.js';
import { decideWake } from './decide/wake.js';
import { parseDispatchId } from './dispatch-id.js';
import { InvariantError, RequestError } from './errors.js';
import { JourneyReader } from './journey-reader.js';
import { Deliveries } from './mailbox/deliveries.js';
import { isDelivery } from './mailbox/message-number.js';
import { aliveIn, deceasedIn } from './between/deceased-in.js';
import { refuseContradictions } from './between/contradictions.js';
import { Notices } from './between/notices.js';
import { decideOfferAnswer, decideWithdrawal, type OfferRequest, unknownOffer } from './between/offer.js';
import { Offers } from './between/offers.js';
import { type Decide, JourneyMover } from './journey-mover.js';
import { newJourneyId } from './journey-id.js';
import {
  DispatchStatus,
  type JournalEntry,
  JournalKind,
  type JourneyRecord,
  JourneyStatus,
} from './journey-record.js';
import { covers } from './mandates/mandate.js';
import { noMandate } from './mandates/mandates.js';
import { endingSources } from './overview/endings.js';
import { roleOf } from './role-of.js';
import { type RuntimeOptions, type RuntimeParts } from './runtime-parts.js';

/** `settled`: the journey moved. `duplicate`: it had been settled before. `late`: nobody waits for it any more; kept in the journal. */
export type SettleResult = 'settled' | 'duplicate' | 'late';

/**
 * Command side (CQRS): the use cases. Each is one event for one journey: load, decide, commit with optimistic concurrency, and only
 * then ring. What is not rung, because the process died or the queue is away, is found and rung again by the relay.
 */
export class JourneyRuntime {
  readonly #parts: RuntimeParts;
  readonly #mover: JourneyMover;
  readonly #notices: Notices;
  readonly #offers: Offers;
  readonly #reader: JourneyReader;
  readonly #deliveries: Deliveries;

  constructor(parts: RuntimeParts, options: RuntimeOptions = {}) {
    this.#parts = parts;
    this.#reader = new JourneyReader(parts);
    this.#deliveries = new Deliveries(parts);
    this.#mover = new JourneyMover(parts, options);
    this.#notices = new Notices(parts, this.#mover);
    this.#offers = new Offers(parts, this.#mover);
  }

  /**
   * Starts a journey for a person. With a `key`, starting again with the same key and `digest` gives the same journey.
   *
   * @throws RequestError `unknown-definition`, `key-reused`, `no-mandate`; `contradicts` or `unconfirmed` ({@link ContradictionError})
   */
  async start(request: StartRequest): Promise<{ readonly record: JourneyRecord; readonly created: boolean }> {
    const { definitions, digests, calendar } = this.#parts;
    const at = calendar.now();
    const { key } = request;
    await this.#refuseWithoutMandate(request, request.definition, at);
    const names = key === undefined ? undefined : await requestJourneys(digests, requesterOf(request), key);
    const id = names?.name ?? newJourneyId(at);
    const earlier = names && (await this.#startedBefore(Object.values(names), request));
    if (earlier) return { record: earlier, created: false };

    const compiled = await definitions.inForce(request.definition, dateAt(at));
    await refuseContradictions(this.#parts, compiled, { ...request, id }, at);
    const begun = tellAssisted(
      decideStart(request, compiled, at),
      request.assistance,
      undefined,
      compiled,
      at,
    );
    const created = await this.#mover.create(id, begun, compiled, at);
    if (created) return { record: created, created: true };
    const first = await this.#startedBefore([id], request);
    if (first) return { record: first, created: false };
    // There was one, and it has been erased: its id is not used again.
    throw unknownJourney(id);
  }

  /**
   * A participant does a task. With a `key`, doing it again changes nothing more.
   *
   * @throws RequestError `unknown-journey`, `unknown-task`, `not-offered`, `not-your-role`, `invalid`, `stale`,
   *   `journey-ended`, `journey-held`, `key-reused`
   */
  submit(request: SubmitRequest): Promise<JourneyRecord> {
    return this.#once(request, (record, compiled, at) =>
      decideSubmit(request, record, compiled, at, this.#parts.documents),
    );
  }

  /**
   * *Dry run*: refuses what {@link submit} would refuse as things stand, and keeps nothing.
   *
   * @throws RequestError as {@link submit} does, but for `key-reused`
   */
  async check(request: SubmitRequest): Promise<void> {
    const { record, compiled } = await this.#reader.open(request.journey, request.person);
    await decideSubmit(request, record, compiled, this.#parts.calendar.now(), this.#parts.documents);
  }

  /**
   * An authority has answered or refused a dispatch, or ops have in its place: the result is applied once, and only
   * while the journey waits for that very dispatch. That of a delivery is its message's, that of a correction its own: neither
   * moves a journey.
   *
   * @throws RequestError `unknown-dispatch`, `not-skippable`
   */
  async settle(request: SettleRequest): Promise<SettleResult> {
    const { dispatch } = request;
    const parsed = parseDispatchId(dispatch);
    if (!parsed) throw unknownDispatch(dispatch);
    const { seq } = parsed;
    if (isDelivery(parsed)) return this.#deliveries.settle(parsed.journey, -seq, request);
    if (isCorrection(parsed)) return this.#correct(parsed.journey, request);
    const { decision } = await this.#mover.move(parsed.journey, async (record, compiled, at) => {
      const service = awaitedService(record, seq);
      // A journey that is held still waits for what it has been answered meanwhile: the row knows.
      const held = record.status === JourneyStatus.held;
      const stored = service && !held ? undefined : await this.#parts.dispatches.find(dispatch);
      if (service !== undefined && stored?.settledAt === undefined) {
        return decideSettle(request, seq, service, record, compiled, at);
      }
      if (!stored) throw unknownDispatch(dispatch);
      // Only the authority has anything to add to what is over.
      const late = stored.status === DispatchStatus.stopped && request.by === undefined;
      return late ? decideLate(request, seq, stored.service, record) : undefined;
    });
    if (!decision) return 'duplicate';
    return decision.entry.kind === JournalKind.late ? 'late' : 'settled';
  }

  /**
   * Gives a journey every timer that is due, earliest first, and others what it has to tell them.
   *
   * @param most so many at most
   */
  async wake(journey: string, most = Infinity): Promise<void> {
    for (let fired = 0; fired < most; fired += 1) {
      const { record, decision } = await this.#mover.move(journey, decideWake);
      if (!decision) return this.#notices.deliver(record);
    }
  }

  /**
   * An authority reports something about persons: every journey in which one of them takes part, and which listens for it where it is
   * now, receives it once; any other keeps it where what the journey has told is over by it. Of a death, or that it was a mistake, so do
   * the journeys that have named the person to an authority. Then journeys are offered that are meant for such a report.
   *
   * @returns how many journeys it concerned
   */
  async report(request: ReportRequest): Promise<{ readonly journeys: number }> {
    const { journeys, overviews } = this.#parts;
    const participations = await journeys.journeysOf(request.persons);
    const begun = participations.filter(({ status }) => status !== JourneyStatus.lapsed);
    const concerned = [
      ...new Set([...begun.map(({ journey }) => journey), ...(await this.#namingTheDead(request))]),
    ];
    const reported = concerned.map(journey =>
      this.#mover.move(journey, async (record, compiled, at) => {
        if (record.status === JourneyStatus.offered) return decideWithdrawal(request, record, compiled);
        const listens = listensFor(request, record, compiled);
        if (!listens && !endingSources(compiled).includes(request.type)) return undefined;
        if (await journeys.entryOf(journey, reportOrigin(request))) return undefined;
        return listens
          ? decideReport(request, record, compiled, at)
          : decideLateReport(request, record, compiled, at, overviews);
      }),
    );
    await Promise.all(reported);
    await this.#offers.make(request);
    return { journeys: concerned.length };
  }

  /**
   * Somebody takes an offer, which begins the journey, or declines it. With a `key`, doing it again changes nothing more; to take what
   * has been taken changes nothing in any case.
   *
   * @throws RequestError `unknown-offer`, `offer-over`, `unknown-definition` when the journey has been withdrawn, `key-reused`;
   *   `contradicts` or `unconfirmed` ({@link ContradictionError})
   */
  async answerOffer(request: OfferRequest): Promise<JourneyRecord> {
    try {
      return await this.#once(request, async (record, compiled, at) => {
        const decision = decideOfferAnswer(request, record, compiled, at);
        if (request.answer === 'take') {
          await this.#parts.definitions.inForce(record.definition, dateAt(at));
          if (decision) await refuseContradictions(this.#parts, compiled, { ...request, id: record.id }, at);
        }
        return decision;
      });
    } catch (error) {
      if (!(error instanceof RequestError && error.code === 'unknown-journey')) throw error;
      throw unknownOffer(request.journey);
    }
  }

  /**
   * What a journey waits for has passed to other authorities: it is told of once, and goes on where it is.
   *
   * @param day `YYYY-MM-DD`: since when
   * @throws RequestError `unknown-journey`
   */
  async passOn(journey: string, day: string): Promise<void> {
    const { journeys, dispatches } = this.#parts;
    await this.#mover.move(journey, async (record, compiled, at) => {
      if (await journeys.entryOf(journey, authorityChangeOrigin(day))) return undefined;
      return decideAuthorityChange(await dispatches.ofJourney(journey), day, record, compiled, at);
    });
  }

  /**
   * Keeps what a participant has filled in so far of a task that is open to them, as they typed it (decisions/0007).
   *
   * @param holder who has filled it in for them, under a mandate
   * @throws RequestError `unknown-journey`, `not-offered`, `invalid` when it could be part of no answer to the task
   */
  async saveDraft(journey: string, task: string, person: string, data: Json, holder?: string): Promise<void> {
    const opened = await this.#reader.open(journey, person);
    const { form } = this.#reader.openTask(opened, task);
    const { compiled, record } = opened;
    const savedAt = this.#parts.calendar.now();
    const fields = compiled.formNow(form, record.state.chart, savedAt).draftErrors(data);
    if (fields.length > 0) {
      throw new RequestError('invalid', `what was sent could be no part of the form '${form}'`, fields);
    }
    const draft = { data, savedAt, ...(holder !== undefined && { holder }) };
    if (await this.#parts.drafts.save(journey, task, person, draft)) return;
    throw new RequestError('not-offered', `task '${task}' is not open any more in journey ${journey}`);
  }

  /**
   * Ends a journey before its time: what it waits for is stopped, what it did is undone, last first (decisions/0003).
   * With a `key`, cancelling again changes nothing more.
   *
   * @throws RequestError `unknown-journey`, `not-cancellable`, `stale`, `journey-ended`, `journey-held`, `key-reused`
   */
  cancel(request: CancelRequest): Promise<JourneyRecord> {
    return this.#once(request, async (record, compiled, at) => {
      refuseCancellation(request, record, compiled, at);
      const dispatches = await this.#parts.dispatches.ofJourney(request.journey);
      const { compensations } = previewCancellation(dispatches, compiled);
      return decideCancel(request, compensations, record);
    });
  }

  /**
   * Ops: a journey that was held is tried again with everything that has arrived meanwhile; nothing changes if it
   * fails again.
   *
   * @param by `ops:<subject>`
   * @throws RequestError `unknown-journey`, `not-settleable`, `journey-held` when it does
   */
  async resume(journey: string, by: string): Promise<JourneyRecord> {
    const { record } = await this.#mover.move(journey, async (held, compiled, at) =>
      decideResume(by, await this.#parts.journeys.journal(journey), held, compiled, at),
    );
    return record;
  }

  /**
   * Ops: a dispatch that waits for its next attempt or was given up is tried at once.
   *
   * @throws RequestError `unknown-dispatch`, `not-settleable`
   */
  async retry(dispatch: string): Promise<void> {
    const { dispatches, doorbell, wall } = this.#parts;
    const stored = await dispatches.find(dispatch);
    if (!stored) throw unknownDispatch(dispatch);
    if (!(await dispatches.reopen(dispatch, wall.now()))) {
      const { status } = stored;
      throw new RequestError(
        'not-settleable',
        `dispatch ${dispatch} is ${status}; only one that is pending or parked can be tried again`,
      );
    }
    // A job of its own may be waiting in the queue for its next attempt: this ring comes before it.
    doorbell
      .ring([{ dispatch, role: roleOf(stored.service), delivery: { kind: 'retry' } }])
      .catch(() => undefined);
  }

  /** Drops what is held in memory of journeys that have been erased. Whoever misses it finds out at the next commit. */
  forget(journeys: readonly string[] | 'all'): void {
    this.#mover.forget(journeys);
  }

  async #correct(correction: string, request: SettleRequest): Promise<SettleResult> {
    const { correctionAnswers } = this.#parts;
    if (!correctionAnswers) throw unknownDispatch(request.dispatch);
    return correctionAnswers.settle(correction, request);
  }

  /** Whoever takes no part in a journey may still be whom it is about, as a child is about whom the parents have asked. */
  async #namingTheDead({ type, data }: ReportRequest): Promise<readonly string[]> {
    const { catalogue, dispatches } = this.#parts;
    const event = catalogue.registerEvent(type);
    const persons = event ? [...deceasedIn(event.data, data), ...aliveIn(event.data, data)] : [];
    return persons.length > 0 ? dispatches.journeysNaming(persons) : [];
  }

  /** Moves a journey as a participant asks, unless the very request has been done. */
  async #once(request: ParticipantRequest, decide: Decide): Promise<JourneyRecord> {
    const { journey, person, key } = request;
    const origins =
      key === undefined ? undefined : await requestOrigins(this.#parts.digests, requesterOf(request), key);
    const moved = await this.#mover.move(journey, async (record, compiled, at) => {
      refuseStrangers(record, compiled, person);
      await this.#refuseWithoutMandate(request, record.definition, at);
      const decided = async (): Promise<Decision | undefined> => {
        const decision = await decide(record, compiled, at);
        return decision && tellAssisted(decision, request.assistance, record.state, compiled, at);
      };
      if (!origins) return decided();
      const earlier = await this.#entryOf(journey, Object.values(origins));
      if (earlier) return void refuseReusedKey(earlier, request.digest);
      const decision = await decided();
      return decision && { ...decision, entry: { ...decision.entry, origin: origins.name } };
    });
    return moved.record;
  }

  /** Whether somebody may act for the person is asked at the very instant of the decision. */
  async #refuseWithoutMandate(requester: Requester, definition: string, at: Instant): Promise<void> {
    const found = await reachInForce(this.#parts, requester, at);
    if (found?.some(reach => covers(reach, definition)) === false) throw noMandate();
  }

  /** Asked for at once, so that it is one look-up. */
  async #entryOf(journey: string, origins: readonly string[]): Promise<JournalEntry | undefined> {
    const found = await Promise.all(origins.map(origin => this.#parts.journeys.entryOf(journey, origin)));
    return found.find(entry => entry !== undefined);
  }

  async #startedBefore(ids: readonly string[], request: StartRequest): Promise<JourneyRecord | undefined> {
    const found = await Promise.all(ids.map(id => this.#parts.journeys.load(id)));
    const record = found.find(journey => journey !== undefined);
    if (!record) return undefined;
    const entry = await this.#parts.journeys.entryOf(record.id, START);
    if (!entry)
      throw new InvariantError('journal-incomplete', `the journal of journey ${record.id} has no beginning`);
    refuseReusedKey(entry, request.digest);
    return record;
  }
}

/** Whose keys a request's is one of: one who acts for others has keys apart for each of them. */
function requesterOf({ holder, person }: Requester): string {
  return holder === undefined ? person : `${holder} for ${person}`;
}
