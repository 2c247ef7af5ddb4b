import { LRUCache } from 'lru-cache';
import { dateAt } from '#calendar';
import type { CompiledJourney, ServiceCatalogue } from '#journey';
import type { Instant, Json, Stimulus } from '#statechart';
import { type CancellationPreview, previewCancellation } from './cancellation-preview.js';
import { changeOf, type Decision } from './decision.js';
import type { Definitions } from './definitions.js';
import { parseDispatchId } from './dispatch-id.js';
import { InvariantError, RequestError, RetryableError } from './errors.js';
import { GroupCommit, type GroupCommitOptions } from './group-commit.js';
import { heldSince } from './held.js';
import { journeyIdFor, newJourneyId } from './journey-id.js';
import { DispatchStatus, type JournalEntry, type JourneyRecord, JourneyStatus } from './journey-record.js';
import type {
  Alerts,
  Announcer,
  Change,
  Clock,
  DispatchStore,
  Doorbell,
  DraftStore,
  JourneyStore,
  Refusal,
  Settlement,
} from './ports.js';
import { Turns } from './turns.js';
import { beginUndoing, undoNext } from './undoing.js';

export interface RuntimeParts {
  readonly journeys: JourneyStore;
  readonly dispatches: DispatchStore;
  readonly drafts: DraftStore;
  readonly definitions: Definitions;
  readonly catalogue: ServiceCatalogue;
  readonly doorbell: Doorbell;
  readonly announcer: Announcer;
  readonly alerts: Alerts;
  readonly clock: Clock;
}

export interface RuntimeOptions extends GroupCommitOptions {
  /** Journeys whose state is kept in memory. */
  readonly cached?: number;
}

/** What an authority has said to a dispatch, finally. */
export type Outcome =
  | { readonly kind: 'answered'; readonly answer: Json }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** `settled`: the journey moved. `duplicate`: it had been settled before. `late`: nobody waits for it any more; kept in the journal. */
export type SettleResult = 'settled' | 'duplicate' | 'late';

/** What an event makes of a journey, or undefined when there is nothing to do. Throws RequestError to refuse it. */
type Decide = (
  record: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
) => Promise<Decision | undefined>;

/** Another event has come first this many times in a row: something is wrong, or the journey is under siege. */
const MOST_CONFLICTS = 100;

/**
 * The use cases. Each is one event for one journey: load, decide, commit, and only then ring.
 * What is not rung, because the process died or the queue is away, is found and rung again by the relay.
 */
export class JourneyRuntime {
  readonly #parts: RuntimeParts;
  readonly #commits: GroupCommit;
  readonly #turns = new Turns();
  /** Saves loading a journey that keeps moving. The version check at the commit is the truth; a miss reloads. */
  readonly #cache: LRUCache<string, JourneyRecord>;

  constructor(parts: RuntimeParts, options: RuntimeOptions = {}) {
    this.#parts = parts;
    this.#commits = new GroupCommit(parts.journeys, options);
    this.#cache = new LRUCache({ max: options.cached ?? 10_000 });
  }

  /**
   * Starts a journey for a person. With a `key`, starting again with the same key and `digest` gives the same journey.
   *
   * @throws RequestError `unknown-definition`, `key-reused`
   */
  async start(request: {
    readonly definition: string;
    readonly person: string;
    readonly key?: string;
    readonly digest?: string;
  }): Promise<{ readonly record: JourneyRecord; readonly created: boolean }> {
    const { definitions, journeys, clock } = this.#parts;
    const at = clock.now();
    const { person, key } = request;
    const id = key === undefined ? newJourneyId(at) : journeyIdFor(person, key);
    if (key !== undefined) {
      const earlier = await this.#startedBefore(id, request.digest);
      if (earlier) return { record: earlier, created: false };
    }
    const compiled = await definitions.inForce(request.definition, dateAt(at));
    const { id: definition, hash } = compiled.definition;
    const { state: chart, effects } = compiled.begin(person, at);
    const status = chart.status === 'done' ? JourneyStatus.done : JourneyStatus.active;
    const decision: Decision = {
      status,
      state: { chart },
      effects: [{ type: 'invite', role: 'applicant', persons: [person] }, ...effects],
      entry: {
        kind: 'started',
        actor: person,
        subject: definition,
        origin: 'start',
        detail: { applicant: person, digest: request.digest ?? null },
      },
    };
    const change = changeOf({ id, definition, hash, version: 0 }, decision, compiled, at);
    const outcome = await this.#commits.commit(change);
    if (outcome.kind === 'failed') throw outcome.error;
    if (outcome.kind === 'conflict') {
      const record = (await this.#startedBefore(id, request.digest)) ?? (await journeys.load(id));
      if (!record) throw new RetryableError(`journey ${id} could not be started; try again`);
      return { record, created: false };
    }
    const record = { id, definition, hash, status, version: 1, startedAt: at, state: decision.state };
    this.#committed(record, change);
    return { record, created: true };
  }

  /**
   * A participant does a task. `expects` is the version they saw. With a `key`, doing it again changes nothing more.
   *
   * @throws RequestError `unknown-journey`, `unknown-task`, `not-offered`, `not-your-role`, `invalid`, `stale`, `journey-ended`, `journey-held`, `key-reused`
   */
  submit(request: {
    readonly journey: string;
    readonly person: string;
    readonly task: string;
    readonly event: string;
    readonly data?: Json;
    readonly expects?: number;
    readonly key?: string;
    readonly digest?: string;
  }): Promise<JourneyRecord> {
    const { journey, person, task, event, key } = request;
    const origin = key === undefined ? undefined : `submit:${person}:${key}`;
    return this.#move(journey, async (record, compiled, at) => {
      if (origin !== undefined) {
        const earlier = await this.#parts.journeys.entryOf(journey, origin);
        if (earlier) {
          requireSameRequest(earlier, request.digest);
          return undefined;
        }
      }
      refuseUnlessActive(record);
      refuseIfStale(record, request.expects);
      const accepted = compiled.accept(record.state.chart, { person, task, event, data: request.data }, at);
      if (accepted.kind === 'refused')
        throw new RequestError(accepted.code, accepted.message, accepted.fields);
      return this.#step(record, compiled, at, accepted.stimulus, {
        kind: 'submitted',
        actor: person,
        subject: `${task} ${event}`,
        ...(origin !== undefined && { origin }),
        detail: { stimulus: accepted.stimulus as unknown as Json, digest: request.digest ?? null },
        draftsCleared: [{ task, person }],
      });
    });
  }

  /**
   * An authority has answered or refused a dispatch: the result is applied once, and only while the journey waits for that very dispatch.
   *
   * @param by whom to name in the journal instead of the authority, e.g. `ops:<subject>`
   * @throws RequestError `unknown-dispatch`
   */
  async settle(request: {
    readonly dispatch: string;
    readonly outcome: Outcome;
    readonly by?: string;
    readonly reason?: string;
  }): Promise<SettleResult> {
    const { dispatch, outcome } = request;
    const parsed = parseDispatchId(dispatch);
    if (!parsed) throw unknownDispatch(dispatch);
    let result: SettleResult = 'duplicate';
    await this.#move(parsed.journey, async (record, compiled, at) => {
      const service = this.#serviceWaitedFor(record, parsed.seq);
      const about = await this.#answerEntry(request, service);
      if (service === undefined) {
        const stored = await this.#parts.dispatches.find(dispatch);
        if (!stored) throw unknownDispatch(dispatch);
        if (stored.status !== DispatchStatus.stopped) {
          result = 'duplicate';
          return undefined;
        }
        result = 'late';
        return unchanged(
          record,
          { ...about, kind: 'late', subject: stored.service },
          settlement(request, 'late'),
        );
      }
      result = 'settled';
      const settles = settlement(request, outcome.kind);
      if (record.state.undoing) return this.#settleUndoing(record, request, about, settles);
      const stimulus: Stimulus =
        outcome.kind === 'answered'
          ? { kind: 'answer', dispatch: parsed.seq, output: outcome.answer }
          : { kind: 'failure', dispatch: parsed.seq, error: outcome.refusal as unknown as Json };
      return this.#step(record, compiled, at, stimulus, {
        ...about,
        detail: {
          stimulus: stimulus as unknown as Json,
          ...(request.reason !== undefined && { reason: request.reason }),
        },
        settles,
      });
    });
    return result;
  }

  /** Gives a journey every timer that is due, earliest first. */
  async wake(journey: string): Promise<void> {
    let more = true;
    while (more) {
      more = false;
      await this.#move(journey, async (record, compiled, at) => {
        if (record.status !== JourneyStatus.active) return undefined;
        const due = Object.values(record.state.chart.timers)
          .filter(timer => timer.due <= at)
          .sort((a, b) => a.due - b.due || a.seq - b.seq)[0];
        if (!due) return undefined;
        more = true;
        const stimulus: Stimulus = { kind: 'timer', timer: due.seq };
        return this.#step(record, compiled, at, stimulus, {
          kind: 'elapsed',
          subject: due.event.type,
          detail: { stimulus: stimulus as unknown as Json },
        });
      });
    }
  }

  /**
   * An authority reports something about persons: every journey under way in which one of them takes part receives it, once.
   *
   * @param request.id the report's own id, unique for the authority
   * @returns how many journeys it concerned
   */
  async report(request: {
    readonly authority: string;
    readonly type: string;
    readonly id: string;
    readonly data: Json;
    readonly persons: readonly string[];
  }): Promise<{ readonly journeys: number }> {
    const participations = await this.#parts.journeys.journeysOf(request.persons);
    const open = participations.filter(({ status }) => status === 'active' || status === 'held');
    const concerned = [...new Set(open.map(({ journey }) => journey))];
    const origin = `report:${request.authority}:${request.id}`;
    await Promise.all(
      concerned.map(journey =>
        this.#move(journey, async (record, compiled, at) => {
          if (record.status !== JourneyStatus.active && record.status !== JourneyStatus.held)
            return undefined;
          if (!compiled.awaits(record.state.chart, request.type)) return undefined;
          if (await this.#parts.journeys.entryOf(journey, origin)) return undefined;
          const stimulus: Stimulus = { kind: 'event', event: { type: request.type, data: request.data } };
          return this.#step(record, compiled, at, stimulus, {
            kind: 'reported',
            actor: `authority:${request.authority}`,
            subject: request.type,
            origin,
            detail: { stimulus: stimulus as unknown as Json },
          });
        }),
      ),
    );
    return { journeys: concerned.length };
  }

  /**
   * What cancelling would undo and what it cannot, said before anyone confirms it.
   *
   * @throws RequestError `unknown-journey`, `not-cancellable`, `journey-ended`
   */
  async cancellation(journey: string, person: string): Promise<CancellationPreview> {
    const record = await this.#load(journey);
    const compiled = await this.#parts.definitions.byHash(record.hash);
    this.#refuseCancellation(record, compiled, person, this.#parts.clock.now());
    return previewCancellation(await this.#parts.dispatches.ofJourney(journey), this.#parts.catalogue);
  }

  /**
   * Ends a journey before its time: what it waits for is stopped, what it did is undone, last first.
   *
   * @throws RequestError `unknown-journey`, `not-cancellable`, `stale`, `journey-ended`, `journey-held`
   */
  cancel(request: {
    readonly journey: string;
    readonly person: string;
    readonly expects?: number;
  }): Promise<JourneyRecord> {
    const { journey, person } = request;
    return this.#move(journey, async (record, compiled, at) => {
      refuseIfStale(record, request.expects);
      this.#refuseCancellation(record, compiled, person, at);
      const dispatches = await this.#parts.dispatches.ofJourney(journey);
      const { compensations } = previewCancellation(dispatches, this.#parts.catalogue);
      const undone = beginUndoing(record.state, compensations);
      return {
        ...undone,
        entry: {
          kind: 'cancelled',
          actor: person,
          subject: record.definition,
          detail: { compensations: compensations as unknown as Json },
        },
      };
    });
  }

  /**
   * Ops: a journey that was held is tried again with everything that has arrived meanwhile; nothing changes if it fails again.
   *
   * @param by `ops:<subject>`
   * @throws RequestError `unknown-journey`, `not-settleable`
   */
  resume(journey: string, by: string): Promise<JourneyRecord> {
    return this.#move(journey, async (record, compiled, at) => {
      if (record.status !== JourneyStatus.held) {
        throw new RequestError(
          'not-settleable',
          `journey ${journey} is ${record.status}, not held; there is nothing to resume`,
        );
      }
      const stimuli = heldSince(await this.#parts.journeys.journal(journey));
      let chart = record.state.chart;
      const effects: Decision['effects'][number][] = [];
      for (const stimulus of stimuli) {
        const next = compiled.step(chart, stimulus, at);
        chart = next.state;
        effects.push(...next.effects);
      }
      return {
        status: statusOf(chart),
        state: { chart },
        effects,
        entry: {
          kind: 'resumed',
          actor: by,
          subject: record.definition,
          detail: { stimuli: stimuli as unknown as Json },
        },
      };
    });
  }

  /**
   * Ops: a dispatch that was given up is tried again.
   *
   * @throws RequestError `unknown-dispatch`, `not-settleable`
   */
  async retry(dispatch: string): Promise<void> {
    const { dispatches, doorbell, clock } = this.#parts;
    const stored = await dispatches.find(dispatch);
    if (!stored) throw unknownDispatch(dispatch);
    if (!(await dispatches.reopen(dispatch, clock.now()))) {
      throw new RequestError(
        'not-settleable',
        `dispatch ${dispatch} is ${stored.status}; only a parked one can be retried`,
      );
    }
    await doorbell.ring([{ dispatch, authority: stored.authority }]).catch(() => undefined);
  }

  /** @throws RequestError `unknown-journey` */
  async #load(journey: string): Promise<JourneyRecord> {
    const record = await this.#parts.journeys.load(journey);
    if (!record) throw new RequestError('unknown-journey', `there is no journey ${journey}`);
    return record;
  }

  /** Load, decide, commit; again when another event came first. What a cached state refuses is asked of a fresh one. */
  #move(journey: string, decide: Decide): Promise<JourneyRecord> {
    return this.#turns.take(journey, async () => {
      for (let attempt = 0; attempt < MOST_CONFLICTS; attempt += 1) {
        const cached = this.#cache.get(journey);
        const record = cached ?? (await this.#load(journey));
        const compiled = await this.#parts.definitions.byHash(record.hash);
        const at = this.#parts.clock.now();
        let decision: Decision | undefined;
        try {
          decision = await decide(record, compiled, at);
        } catch (error) {
          if (!cached) throw error;
          this.#cache.delete(journey);
          continue;
        }
        if (!decision) {
          if (!cached) return record;
          this.#cache.delete(journey);
          continue;
        }
        const change = changeOf(record, decision, compiled, at);
        const outcome = await this.#commits.commit(change).catch((error: unknown) => {
          this.#cache.delete(journey);
          throw error;
        });
        if (outcome.kind === 'committed') {
          const { status, state } = decision;
          const next: JourneyRecord = { ...record, status, state, version: record.version + 1 };
          this.#committed(next, change);
          return next;
        }
        this.#cache.delete(journey);
        if (outcome.kind === 'failed') throw outcome.error;
      }
      throw new RetryableError(`journey ${journey} is moved by too many at once; try again in a moment`);
    });
  }

  /** After the commit, and only then. A ring that is lost is rung again by the relay. */
  #committed(record: JourneyRecord, change: Change): void {
    this.#cache.set(record.id, record);
    const { doorbell, announcer } = this.#parts;
    if (change.dispatches.length > 0) {
      const rings = change.dispatches.map(({ id, authority }) => ({ dispatch: id, authority }));
      doorbell.ring(rings).catch(() => undefined);
    }
    if (change.timers.length > 0) {
      const at = Math.min(...change.timers.map(timer => timer.due));
      doorbell.wake([{ journey: record.id, at }]).catch(() => undefined);
    }
    announcer.announce([record.id]);
  }

  /** Applies a stimulus. A machine that fails on it holds the journey and keeps the stimulus; nothing is lost, nothing loops. */
  #step(
    record: JourneyRecord,
    compiled: CompiledJourney,
    at: Instant,
    stimulus: Stimulus,
    about: Decision['entry'] & Pick<Decision, 'settles' | 'draftsCleared'>,
  ): Decision {
    const { settles, draftsCleared, ...entry } = about;
    const rest = { ...(settles && { settles }), ...(draftsCleared && { draftsCleared }) };
    if (record.status === JourneyStatus.held) {
      return { ...unchanged(record, { ...entry, kind: 'waiting' }), ...rest };
    }
    try {
      const { state: chart, effects } = compiled.step(record.state.chart, stimulus, at);
      return { status: statusOf(chart), state: { chart }, effects, entry, ...rest };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
      this.#parts.alerts.raise({
        journey: record.id,
        code,
        message: `journey ${record.id} is held: ${message}`,
      });
      const detail = { ...(entry.detail as object), error: { code, message } };
      return {
        ...unchanged(record, { ...entry, kind: 'held', subject: `${entry.kind} ${entry.subject}`, detail }),
        ...rest,
        status: JourneyStatus.held,
      };
    }
  }

  #settleUndoing(
    record: JourneyRecord,
    request: { readonly outcome: Outcome; readonly by?: string },
    entry: Decision['entry'],
    settles: Settlement,
  ): Decision {
    const undone = request.outcome.kind === 'answered';
    const detail = { outcome: request.outcome as unknown as Json };
    return {
      ...undoNext(record.state),
      entry: { ...entry, kind: undone ? 'undone' : 'not-undone', detail },
      settles,
    };
  }

  /** The service of the dispatch with this number, if the journey waits for its answer. */
  #serviceWaitedFor(record: JourneyRecord, seq: number): string | undefined {
    const { undoing, chart } = record.state;
    if (undoing) return undoing.current?.seq === seq ? undoing.current.service : undefined;
    return Object.values(chart.dispatches).find(pending => pending.seq === seq)?.src;
  }

  async #answerEntry(
    request: {
      readonly dispatch: string;
      readonly outcome: Outcome;
      readonly by?: string;
      readonly reason?: string;
    },
    service: string | undefined,
  ): Promise<Decision['entry']> {
    const authority = service?.split('.')[0];
    return {
      kind: request.outcome.kind,
      actor: request.by ?? (authority === undefined ? 'authority' : `authority:${authority}`),
      subject: service ?? request.dispatch,
      detail: {
        outcome: request.outcome as unknown as Json,
        ...(request.reason !== undefined && { reason: request.reason }),
      },
    };
  }

  async #startedBefore(id: string, digest: string | undefined): Promise<JourneyRecord | undefined> {
    const record = await this.#parts.journeys.load(id);
    if (!record) return undefined;
    const entry = await this.#parts.journeys.entryOf(id, 'start');
    if (entry) requireSameRequest(entry, digest);
    return record;
  }

  #refuseCancellation(record: JourneyRecord, compiled: CompiledJourney, person: string, at: Instant): void {
    refuseUnlessActive(record);
    if (!compiled.mayCancel(record.state.chart, person, at)) {
      throw new RequestError(
        'not-cancellable',
        `journey ${record.id} cannot be cancelled by you, or not any more`,
      );
    }
  }
}

function statusOf(chart: JourneyRecord['state']['chart']): JourneyStatus {
  if (chart.status === 'active') return JourneyStatus.active;
  if (chart.status === 'done') return JourneyStatus.done;
  throw new InvariantError(
    'chart-failed',
    `the machine ended in an error: ${JSON.stringify(chart.error ?? null)}`,
  );
}

function unchanged(record: JourneyRecord, entry: Decision['entry'], settles?: Settlement): Decision {
  return { status: record.status, state: record.state, effects: [], entry, ...(settles && { settles }) };
}

function settlement(
  request: { readonly dispatch: string; readonly outcome: Outcome },
  status: Settlement['status'],
): Settlement {
  const { outcome, dispatch } = request;
  const answer = outcome.kind === 'answered' ? outcome.answer : (outcome.refusal as unknown as Json);
  return { dispatch, status, answer };
}

function refuseUnlessActive(record: JourneyRecord): void {
  if (record.status === JourneyStatus.active) return;
  if (record.status === JourneyStatus.held) {
    throw new RequestError(
      'journey-held',
      `journey ${record.id} is held by a fault of ours and being looked at; try again later`,
    );
  }
  throw new RequestError('journey-ended', `journey ${record.id} has ended (${record.status})`);
}

function refuseIfStale(record: JourneyRecord, expects: number | undefined): void {
  if (expects === undefined || expects === record.version) return;
  throw new RequestError(
    'stale',
    `journey ${record.id} has moved from version ${expects} to ${record.version}; read it again`,
  );
}

function requireSameRequest(entry: JournalEntry, digest: string | undefined): void {
  const earlier = (entry.detail as { readonly digest?: Json }).digest ?? null;
  if (earlier === (digest ?? null)) return;
  throw new RequestError(
    'key-reused',
    'this Idempotency-Key was used with another request; use a new key for a new request',
  );
}

function unknownDispatch(dispatch: string): RequestError {
  return new RequestError('unknown-dispatch', `there is no dispatch '${dispatch}'`);
}
