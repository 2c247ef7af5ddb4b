import {
  type CompiledJourney,
  type JourneyAdvance,
  type JourneyEffect,
  type JourneyEnd,
  type JourneyState,
} from '#journey';
import {
  type Compensating,
  type Compensation,
  type BegunJourney,
  compensationOf,
  dispatchId,
  type JournalEntry,
  JourneyStatus,
  type OfferState,
  parseDispatchId,
  type StartedBy,
  type UndoReason,
} from '#runtime';
import { type Instant, type Json, type Stimulus } from '#statechart';
import { type GivenLater, type Replayed, type ReplayedDispatch, type ReplayedMessage } from './replayed.js';
import { ReplayedTies } from './replayed-ties.js';

/** A journal that cannot have come about. */
export class ReplayError extends Error {
  constructor(
    /** Number of the entry. */
    readonly seq: number,
    what: string,
  ) {
    super(`journal entry ${seq}: ${what}`);
    this.name = 'ReplayError';
  }
}

/**
 * Folds a whole journal through the machine. It follows the written rules of the journal (libs/runtime/decisions) and none of
 * the code that wrote it, so that the one can prove the other.
 *
 * @param compiled the definition that the journey is pinned to
 * @param journey its id
 * @throws ReplayError
 */
export function replayJournal(
  compiled: CompiledJourney,
  journal: readonly JournalEntry[],
  journey: string,
): Replayed {
  const replay = new Replay(compiled, journey);
  for (const entry of journal) replay.take(entry);
  return replay.end();
}

interface Detail {
  readonly applicant?: string;
  readonly given?: Json;
  readonly startedBy?: StartedBy;
  readonly offer?: OfferState;
  readonly begun?: BegunJourney;
  /** Number of the start of another journey, and of a notice. */
  readonly start?: number;
  readonly notice?: number;
  readonly stimulus?: Stimulus;
  readonly stimuli?: readonly Stimulus[];
  readonly dispatch?: string;
  readonly outcome?: { readonly refusal?: { readonly code: string } };
  readonly compensations?: readonly Compensation[];
  /** Of a journey that cancelled itself, by the stimulus. */
  readonly reason?: UndoReason;
}

class Replay {
  #chart: JourneyState | undefined;
  #compensating: Compensating | undefined;
  readonly #ties = new ReplayedTies();
  #status: JourneyStatus = JourneyStatus.active;
  #seq = 0;
  #actor: string | undefined;
  /** What arrived while the journey was held, and what it was held on. */
  #kept: JournalEntry[] = [];
  #seen: Record<string, { seq: number; at: Instant }> | undefined;
  #startedAt = 0;
  readonly #dispatches = new Map<number, ReplayedDispatch>();
  readonly #messages: ReplayedMessage[] = [];
  readonly #anew = new Map<number, readonly string[]>();
  readonly #given = new Map<number, readonly GivenLater[]>();

  readonly #compiled: CompiledJourney;
  readonly #journey: string;

  constructor(compiled: CompiledJourney, journey: string) {
    this.#compiled = compiled;
    this.#journey = journey;
  }

  take(entry: JournalEntry): void {
    const timers = new Set(Object.values(this.#chart?.timers ?? {}).map(({ seq }) => seq));
    const before = this.#status;
    const isFirst = this.#chart === undefined;
    this.#take(entry);
    const ends = this.#status !== (isFirst ? JourneyStatus.active : before) && this.#endOf();
    this.#ties.after(this.#seq, this.#compensating !== undefined, ends || undefined);
    const steps = Object.values(this.#chart!.timers).flatMap(({ seq, event }) =>
      timers.has(seq) ? [] : (this.#compiled.stepOfTimer(event.type) ?? []),
    );
    for (const { since, state } of this.#dispatches.values()) {
      if (since === entry.seq && state !== undefined) steps.push(state);
    }
    this.#anew.set(entry.seq, steps);
  }

  #take(entry: JournalEntry): void {
    this.#seq += 1;
    if (entry.seq !== this.#seq) throw new ReplayError(entry.seq, `entry ${this.#seq} is missing before it`);
    const detail = entry.detail as Detail;
    this.#actor = entry.actor;
    if (this.#seq === 1) this.#startedAt = entry.at;
    this.#see(entry);
    const { active, held, cancelling, offered, lapsed } = JourneyStatus;
    const isTaken = entry.kind === 'started' && this.#status === offered;
    if ((this.#chart === undefined) !== (entry.kind === 'started' || entry.kind === 'offered') && !isTaken) {
      this.#refuse('a journal begins with started or offered, and only once');
    }
    switch (entry.kind) {
      case 'offered':
        this.#status = offered;
        this.#tell(this.#has(detail.applicant, 'applicant'));
        this.#chart = this.#compiled.unbegun(detail.applicant!, entry.at);
        return this.#ties.offered(this.#has(detail.offer, 'offer'));
      case 'declined':
        this.#expect(offered);
        this.#status = lapsed;
        return;
      case 'started':
        if (isTaken) this.#ties.taken(entry.at);
        return this.#begin(this.#has(detail.applicant, 'applicant'), detail, entry.at);
      case 'submitted':
      case 'answered':
      case 'refused':
      case 'skipped':
      case 'elapsed':
      case 'reported':
        if (this.#status === offered && !detail.stimulus) {
          this.#status = lapsed;
          return;
        }
        this.#expect(active);
        return this.#step(this.#has(detail.stimulus, 'stimulus'), entry.at);
      case 'began':
        return this.#ties.began(this.#has(detail.begun, 'begun'));
      case 'ended':
        this.#ties.ended(this.#has(detail.start, 'start'));
        if (this.#status !== active) return;
        return this.#step(this.#has(detail.stimulus, 'stimulus'), entry.at);
      case 'told':
        return this.#ties.told(this.#has(detail.notice, 'notice'));
      case 'held':
        this.#expect(active);
        this.#status = held;
        this.#ties.ended(detail.start);
        return this.#keep(entry, this.#has(detail.stimulus, 'stimulus'));
      case 'waiting':
        this.#expect(held);
        this.#ties.ended(detail.start);
        return this.#keep(entry, this.#has(detail.stimulus, 'stimulus'));
      case 'resumed':
        this.#expect(held);
        return this.#resume(this.#has(detail.stimuli, 'stimuli'), entry.at);
      case 'cancelled':
        this.#expect(...(detail.stimuli ? [held] : [active]));
        this.#ties.ended(detail.start);
        if (detail.stimulus) this.#step(detail.stimulus, entry.at);
        if (detail.stimuli) this.#resume(detail.stimuli, entry.at);
        return this.#cancel(this.#has(detail.compensations, 'compensations'), detail.reason);
      case 'undone':
      case 'not-undone':
        this.#expect(cancelling);
        return this.#undone(entry.kind === 'undone' ? 'answered' : 'refused', detail.outcome?.refusal?.code);
      case 'authority-changed':
        return;
      case 'late':
        // A report that nobody waited for moves nothing.
        if (detail.stimulus) return;
        return this.#late(this.#has(detail.dispatch, 'dispatch'), detail.outcome?.refusal?.code);
    }
  }

  end(): Replayed {
    if (!this.#chart) throw new ReplayError(0, 'the journal is empty');
    return {
      state: {
        chart: this.#chart,
        ...(this.#compensating && { compensating: this.#compensating }),
        ...(this.#ties.between && { between: this.#ties.between }),
        ...(this.#seen && { seen: this.#seen }),
      },
      status: this.#status,
      version: this.#seq,
      dispatches: [...this.#dispatches.values()],
      anew: this.#anew,
      given: this.#given,
      messages: this.#messages,
    };
  }

  /** Whatever is older than the first entry that says who may see it counts as seen by all. */
  #see({ seq, at, seenBy }: JournalEntry): void {
    if (!seenBy) return;
    this.#seen ??= Object.fromEntries(
      this.#compiled.roles.map(role => [role, { seq: seq - 1, at: this.#startedAt }]),
    );
    for (const role of seenBy) this.#seen[role] = { seq, at };
  }

  #begin(applicant: string, { given, startedBy }: Detail, at: Instant): void {
    const { state, effects } = this.#compiled.begin(applicant, at, { ...(given !== undefined && { given }) });
    if (startedBy) this.#ties.startedBy(startedBy);
    this.#chart = state;
    this.#perform(effects);
    this.#settleStatus();
  }

  #step(stimulus: Stimulus, at: Instant): void {
    this.#settled(stimulus);
    if (!this.#advance(stimulus, at).current)
      this.#refuse('the journey did not wait for what it says has come');
    this.#settleStatus();
  }

  #keep(entry: JournalEntry, stimulus: Stimulus): void {
    this.#settled(stimulus);
    this.#kept.push(entry);
  }

  #resume(stimuli: readonly Stimulus[], at: Instant): void {
    const kept = this.#kept;
    if (JSON.stringify(stimuli) !== JSON.stringify(kept.map(({ detail }) => (detail as Detail).stimulus))) {
      this.#refuse('it was not resumed with what was kept while it was held, in that order');
    }
    this.#kept = [];
    const given: GivenLater[] = [];
    // One of them may have ended what another answers, or the journey itself.
    for (const [index, stimulus] of stimuli.entries()) {
      const before = this.#chart!;
      const advance = this.#advance(stimulus, at);
      given.push({ entry: kept[index]!, before, advance });
      if (advance.effects.some(({ type }) => type === 'undo')) break;
    }
    this.#given.set(this.#seq, given);
    this.#settleStatus();
  }

  #cancel(compensations: readonly Compensation[], reason?: UndoReason): void {
    const chart = this.#chart!;
    for (const { seq } of Object.values(chart.dispatches)) this.#stop(seq);
    this.#chart = { ...chart, dispatches: {}, timers: {} };
    this.#compensating = {
      queue: compensations.map(compensationOf),
      seq: chart.seq,
      ...(reason && { reason }),
    };
    this.#undoNext();
  }

  #undone(how: 'answered' | 'refused', code?: string): void {
    const current = this.#compensating?.current;
    if (!current) return this.#refuse('no compensation was under way');
    if (how === 'answered') this.#reply(current.seq, how);
    else this.#refused(current.seq, code);
    this.#undoNext();
  }

  #undoNext(): void {
    const { queue, seq, reason } = this.#compensating!;
    const why = reason && { reason };
    const [next, ...rest] = queue;
    if (!next) {
      this.#compensating = { queue: [], seq, ...why };
      this.#status = JourneyStatus.cancelled;
      return;
    }
    const { service, undoes } = next;
    const authority = this.#dispatches.get(undoes)!.authority;
    this.#compensating = { queue: rest, seq: seq + 1, current: { ...next, seq: seq + 1 }, ...why };
    this.#status = JourneyStatus.cancelling;
    const input = { undoes: dispatchId(this.#journey, undoes) };
    this.#ask({ seq: seq + 1, service, undoes, input, authority });
  }

  #late(dispatch: string, code?: string): void {
    const seq = parseDispatchId(dispatch)?.seq ?? 0;
    if (this.#dispatches.get(seq)?.status !== 'stopped') this.#refuse(`${dispatch} had not been stopped`);
    this.#reply(seq, code === undefined ? 'late' : 'refused', code);
  }

  #advance(stimulus: Stimulus, at: Instant): JourneyAdvance {
    const advance = this.#compiled.step(this.#chart!, stimulus, at);
    this.#chart = advance.state;
    this.#perform(advance.effects);
    return advance;
  }

  #perform(effects: readonly JourneyEffect[]): void {
    for (const effect of effects) {
      if (effect.type === 'cancelDispatch') this.#stop(effect.seq);
      if (effect.type === 'starts') this.#ties.starts(effect);
      if (effect.type === 'message' || effect.type === 'reminder')
        effect.persons.forEach(person => this.#tell(person));
      if (effect.type !== 'dispatch') continue;
      const { seq, service, step, input } = effect;
      this.#ask({ seq, service, state: step, input, authority: this.#authorityOf(service, step) });
    }
  }

  #endOf(): JourneyEnd | undefined {
    const { done, cancelled } = JourneyStatus;
    if (this.#status === cancelled) return 'cancelled';
    return this.#status === done ? this.#compiled.endOf(this.#chart!) : undefined;
  }

  #authorityOf(id: string, step: string): string {
    const service = this.#compiled.catalogue.service(id);
    const at = Date.parse(this.#chart!.context.now);
    return service ? this.#compiled.authorityOf(service, this.#chart!, step, at) : '';
  }

  #tell(person: string): void {
    const first = this.#seq * 1_000;
    const before = this.#messages.filter(({ number }) => number >= first).length;
    this.#messages.push({ number: first + before, person });
  }

  #ask(asked: Omit<ReplayedDispatch, 'since' | 'status'>): void {
    this.#dispatches.set(asked.seq, { ...asked, since: this.#seq, status: 'open' });
  }

  #settled(stimulus: Stimulus): void {
    if (stimulus.kind === 'answer') this.#reply(stimulus.dispatch, 'answered');
    if (stimulus.kind === 'skip') this.#stop(stimulus.dispatch);
    if (stimulus.kind !== 'failure') return;
    this.#refused(stimulus.dispatch, (stimulus.error as { readonly code?: string }).code);
  }

  /**
   * Ops who skip a dispatch do not know what its authority has done: it is only no longer waited for. Journals of 0.1.0
   * have what ops skipped as a refusal by them.
   */
  #refused(seq: number, code?: string): void {
    if (this.#actor?.startsWith('ops:')) this.#stop(seq);
    else this.#reply(seq, 'refused', code);
  }

  #stop(seq: number): void {
    const dispatch = this.#dispatches.get(seq);
    // What one entry both asked for and gave up was never asked.
    if (dispatch?.since === this.#seq) this.#dispatches.delete(seq);
    else if (dispatch?.status === 'open') {
      this.#dispatches.set(seq, { ...dispatch, status: 'stopped', stoppedBy: this.#seq });
    }
  }

  #reply(seq: number, status: 'answered' | 'refused' | 'late', code?: string): void {
    const dispatch = this.#dispatches.get(seq);
    if (!dispatch) return this.#refuse(`dispatch ${seq} was never asked for`);
    // Heard a second time, as may be while a journey is held, it settles nothing more.
    if (dispatch.settledBy !== undefined) return;
    const by = this.#actor;
    this.#dispatches.set(seq, {
      ...dispatch,
      status,
      settledBy: this.#seq,
      ...(by !== undefined && { by }),
      ...(code !== undefined && { code }),
    });
  }

  #settleStatus(): void {
    const { status } = this.#chart!;
    if (status === 'error') this.#refuse('the machine ended in an error');
    this.#status = status === 'done' ? JourneyStatus.done : JourneyStatus.active;
  }

  #expect(...statuses: readonly JourneyStatus[]): void {
    if (!statuses.includes(this.#status)) this.#refuse(`it cannot be in a journey that is ${this.#status}`);
  }

  #has<T>(value: T | undefined, name: string): T {
    return value ?? this.#refuse(`its detail has no ${name}`);
  }

  #refuse(what: string): never {
    throw new ReplayError(this.#seq, what);
  }
}
