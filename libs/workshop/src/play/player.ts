import { dateAt, instantAfter, type IsoDate } from '#calendar';
import {
  type Acceptance,
  type AwaitedAnswer,
  type Compensations,
  type CompiledJourney,
  endedStimulus,
  everyState,
  isRecord,
  type JourneyEnd,
  type JourneyState,
  type JourneyStep,
  NO_WAITS,
  type OpenTask,
  type PersonId,
  personsIn,
  startedNames,
  type Waits,
} from '#journey';
import { type Instant, type Json, type Stimulus } from '#statechart';
import { inDigits } from '../check/bounds/too-large.js';
import { exampleAnswer } from './example-answer.js';
import { exampleForm } from './example-form.js';
import { exampleValue } from './example-value.js';
import { type Happened, type Happening, happeningOf } from './happening.js';
import { PlayError } from './play-error.js';
import { type PlayedReply } from './played-reply.js';
import { type RememberedSteps, stepsOf } from './remembered-steps.js';

export type PlayedDispatch = AwaitedAnswer;

/** Decides how a dispatch is answered: with what, and how long after it was sent (ISO 8601); `undefined`: not decided yet. */
export type Answering = (
  dispatch: PlayedDispatch,
  player: Player,
) => { readonly reply: PlayedReply; readonly after?: string } | undefined;

export interface PlayerOptions {
  readonly start: Instant;
  readonly applicant: PersonId;
  /** What the journey is given at its start. */
  readonly given?: Json;
  /** The code of the municipality; default: what the journey says. */
  readonly place?: string;
  /** Default: nothing is answered unless told to. */
  readonly answering?: Answering;
}

/** What happens by itself next: a deadline or a reminder of a state, or an authority's answer. */
export type Upcoming =
  | { readonly kind: 'timer' | 'reminder'; readonly at: Instant; readonly step: string }
  | { readonly kind: 'answer'; readonly at: Instant };

/** So many answers and timers at one instant mean a journey that runs in a circle. */
const MOST_AT_ONCE = 500;
/** Of a machine that is played: a step takes as long as it has states. */
const MOST_STATES = 2_000;
/** Steps of one play, in all: one a day for ten years. */
const MOST_STEPS = 4_000;

/**
 * Simulator of one journey in virtual time, without queues or databases: feeds it stimuli, fires its timers as time is
 * moved on, and answers for the authorities.
 */
export class Player {
  readonly journey: CompiledJourney;
  readonly happenings: Happening[] = [];
  readonly walked = new Set<string>();
  readonly entered = new Set<string>();
  readonly #answering: Answering;
  readonly #machine: RememberedSteps;
  /** Paths of the states that say what came of something. */
  readonly #ends: ReadonlySet<string>;
  /** Dispatches whose reply is decided, by number. */
  readonly #replies = new Map<number, { due: Instant; reply: PlayedReply }>();
  readonly #services = new Map<number, string>();
  #steps = 0;
  #clock: Instant;
  #current: JourneyState;
  #wasCancelled: Compensations | undefined;

  constructor(journey: CompiledJourney, options: PlayerOptions) {
    const { start, applicant, given = {}, place, answering = () => undefined } = options;
    const states = everyState(journey.definition.machine);
    if (states.length > MOST_STATES) {
      throw new PlayError(
        `The machine has ${inDigits(states.length)} states; ${inDigits(MOST_STATES)} can be played.`,
      );
    }
    this.journey = journey;
    this.#answering = answering;
    this.#machine = stepsOf(journey);
    this.#ends = new Set(states.flatMap(({ path, outcome }) => (outcome ? [path] : [])));
    this.#clock = start;
    const [misfit] = journey.givenErrors(given, start);
    if (misfit)
      throw new PlayError(
        `The journey cannot be given ${misfit.path.slice(1) || 'this'}: it ${misfit.message}.`,
      );
    const begun = this.#machine.begin(applicant, start, { given, ...(place !== undefined && { place }) });
    this.#current = begun.state;
    this.#apply(begun);
    this.#answerAll();
  }

  get now(): Instant {
    return this.#clock;
  }

  get state(): JourneyState {
    return this.#current;
  }

  get status(): 'active' | 'done' | 'failed' | 'cancelled' {
    if (this.#wasCancelled) return 'cancelled';
    return this.#current.status === 'error' ? 'failed' : this.#current.status;
  }

  /** What a cancellation undid and what stays; undefined when there was none. */
  get cancellation(): Compensations | undefined {
    return this.#wasCancelled;
  }

  /** The tasks that somebody must act on now. */
  tasks(): OpenTask[] {
    if (this.#wasCancelled) return [];
    return this.#machine.openTasks(this.#current, this.#clock).filter(({ persons }) => persons.length > 0);
  }

  /** Who is in a role, in the order they came into it. */
  personsIn(role: string): PersonId[] {
    return personsIn(this.#current.context, role);
  }

  /** The same, by name where they have no CPR number. */
  namesIn(role: string): string[] {
    return this.personsIn(role).map(person => this.journey.unregisteredName(this.#current, person) ?? person);
  }

  waits(): Waits {
    return this.#wasCancelled ? NO_WAITS : this.#machine.waits(this.#current);
  }

  /** A participant does a task. Gives the refusal when it is not accepted; nothing has happened then. */
  submit(person: PersonId, task: string, event: string, data?: Json): Acceptance {
    if (this.#wasCancelled) throw new PlayError('The journey has been cancelled.');
    const submission = { person, task, event, ...(data !== undefined && { data }) };
    const accepted = this.#machine.accept(this.#current, submission, this.#clock);
    if (accepted.kind === 'refused') return accepted;
    this.#note({ kind: 'submitted', task, event, person, data: data ?? {} });
    this.#step(accepted.stimulus);
    this.#answerAll();
    return accepted;
  }

  /** The authority answers a pending dispatch; without `answer`, by its contract's example. */
  answer(seq: number, answer?: Json): void {
    this.#settle(seq, { kind: 'answer', answer: answer ?? this.exampleAnswer(seq) });
    this.#answerAll();
  }

  /** The authority refuses a pending dispatch. */
  refuse(seq: number, code: string): void {
    this.#settle(seq, { kind: 'refuse', code });
    this.#answerAll();
  }

  /** Ops go on without the answer to a pending dispatch. */
  skip(seq: number): void {
    const service = this.#serviceOf(seq);
    if (!this.journey.isSkippable(this.#current, seq)) {
      throw new PlayError(`Nothing says how the journey goes on without ${service}; write skipped there.`);
    }
    this.#replies.delete(seq);
    this.#note({ kind: 'skipped', seq, service });
    this.#step({ kind: 'skip', dispatch: seq });
    this.#answerAll();
  }

  /** The journeys that were started under a name and have not ended. */
  started(): string[] {
    if (this.status !== 'active') return [];
    return startedNames(this.journey.definition.machine).filter(name => this.#numberOf(name) !== undefined);
  }

  /** A journey that was started ends, or could not be begun. */
  end(name: string, is: JourneyEnd): void {
    const number = this.#numberOf(name);
    if (number === undefined || this.status !== 'active') {
      throw new PlayError(
        `No journey is under way as ${name}; under way is ${this.started().join(', ') || 'none'}.`,
      );
    }
    this.#note({ kind: 'otherEnded', number, name, is });
    this.#step(endedStimulus(number, is));
    this.#answerAll();
  }

  /** An authority reports something. False when nothing in the journey listens for it now, and nobody is offered it who has it not. */
  report(event: string, data?: Json): boolean {
    const example = this.exampleReport(event);
    const given = data ?? example;
    const made = this.journey.offersOn(event, given, this.#clock);
    const offers = made.filter(({ person }) => !this.journey.rolesOf(this.#current, person).length);
    const isHeard = this.waits().reports.some(heard => heard.event === event);
    if (!isHeard && offers.length === 0) return false;
    this.#note({ kind: 'reported', event, data: given });
    for (const offer of offers) this.#note({ kind: 'offered', ...offer });
    if (!isHeard) return true;
    this.#step({ kind: 'event', event: { type: event, data: given } });
    this.#answerAll();
    return true;
  }

  /** Moves time on; everything due by then happens, in order. */
  waitUntil(instant: Instant): void {
    if (instant < this.#clock) throw new PlayError('Time does not run backwards.');
    let atOnce = 0;
    for (let due = this.#nextDue(); due !== undefined && due <= instant; due = this.#nextDue()) {
      atOnce = due > this.#clock ? 0 : atOnce + 1;
      if (atOnce > MOST_STATES) {
        throw new PlayError('Time stands still: timers of no time lead the journey in a circle.');
      }
      this.#clock = Math.max(this.#clock, due);
      this.#happenDue();
    }
    this.#clock = instant;
  }

  /** @param period ISO 8601, by the Danish calendar */
  waitFor(period: string): void {
    this.waitUntil(instantAfter(this.#clock, period));
  }

  /** Moves time on to the next thing that happens by itself. */
  waitForNext(): void {
    const due = this.#nextDue();
    if (due === undefined) throw new PlayError('Nothing will happen by itself: no timer is set.');
    this.waitUntil(Math.max(due, this.#clock));
  }

  /** The next thing that happens by itself; undefined when only somebody's act can move the journey. */
  upcoming(): Upcoming | undefined {
    const at = this.#nextDue();
    if (at === undefined) return undefined;
    const timer = Object.values(this.#current.timers).find(({ due }) => due === at);
    if (!timer) return { kind: 'answer', at };
    const step = this.journey.stepOfTimer(timer.event.type) ?? '';
    const elapses = this.waits().timers.some(({ seq }) => seq === timer.seq);
    return { kind: elapses ? 'timer' : 'reminder', at, step };
  }

  /** A participant cancels. False when they may not, or not any more. */
  cancel(person: PersonId): boolean {
    if (this.#wasCancelled || !this.journey.mayCancel(this.#current, person, this.#clock)) return false;
    this.#note({ kind: 'cancelled', person });
    this.#undo();
    return true;
  }

  /** What the contract of a report gives as an example of its data. */
  exampleReport(event: string): Json {
    const { data } = this.journey.catalogue.registerEvent(event) ?? {};
    if (data === undefined) throw new PlayError(`No authority reports ${event}.`);
    return exampleValue(data, this.#occasion);
  }

  /** What the authority would answer to a dispatch by its contract's example, on a day: today unless given. */
  exampleAnswer(seq: number, on: IsoDate = dateAt(this.#clock)): Json {
    const asked = this.happenings.findLast(item => item.kind === 'dispatched' && item.seq === seq);
    if (asked?.kind !== 'dispatched') throw new PlayError(`There is no dispatch ${seq}.`);
    return exampleAnswer(this.journey.catalogue, { ...asked, on });
  }

  /** An example of what a task asks for; what is only shown is as it is shown. */
  exampleData({ schema, prefill }: Pick<OpenTask, 'schema' | 'prefill'>): Json {
    return exampleForm(schema, this.#occasion, prefill);
  }

  /** The number of the journey started under a name, while it has not ended. */
  #numberOf(name: string): number | undefined {
    const started = this.#current.context.facts[name];
    return isRecord(started) && started['ended'] === undefined ? Number(started['number']) : undefined;
  }

  get #occasion(): { now: Instant; person: string } {
    return { now: this.#clock, person: 'somebody' };
  }

  #serviceOf(seq: number): string {
    const service = this.#services.get(seq);
    if (service === undefined) throw new PlayError(`There is no dispatch ${seq}.`);
    return service;
  }

  #settle(seq: number, reply: PlayedReply): void {
    const service = this.#serviceOf(seq);
    this.#replies.delete(seq);
    if (reply.kind === 'answer') {
      this.#note({ kind: 'answered', seq, service, answer: reply.answer });
      this.#step({ kind: 'answer', dispatch: seq, output: reply.answer });
    } else {
      const { code } = reply;
      const title = this.#refusalTitle(service, code);
      this.#note({ kind: 'refused', seq, service, code });
      this.#step({ kind: 'failure', dispatch: seq, error: { code, title } });
    }
  }

  #refusalTitle(service: string, code: string): string {
    const words = this.journey.catalogue.service(service)?.refusals[code];
    if (words) return words.en;
    throw new PlayError(`${service} never refuses with ${code}.`);
  }

  /** Answers pending dispatches until no reply is due at this instant. */
  #answerAll(): void {
    for (let rounds = 0; ; rounds++) {
      if (rounds > MOST_AT_ONCE)
        throw new PlayError('The journey asks without end: its answers lead it in a circle.');
      const next = this.waits().dispatches.find(dispatch => this.#decided(dispatch));
      if (!next) return;
      const { reply } = this.#replies.get(next.seq) as { reply: PlayedReply };
      this.#settle(next.seq, reply);
    }
  }

  /** Whether the reply to a dispatch is due now. */
  #decided(dispatch: PlayedDispatch): boolean {
    let planned = this.#replies.get(dispatch.seq);
    if (!planned) {
      const answer = this.#answering(dispatch, this);
      if (!answer) return false;
      const due = answer.after === undefined ? this.#clock : instantAfter(this.#clock, answer.after);
      planned = { due, reply: answer.reply };
      this.#replies.set(dispatch.seq, planned);
    }
    return planned.due <= this.#clock;
  }

  #nextDue(): Instant | undefined {
    if (this.#wasCancelled || this.#current.status !== 'active') return undefined;
    const pending = new Set(this.waits().dispatches.map(({ seq }) => seq));
    const replies = [...this.#replies].filter(([seq]) => pending.has(seq)).map(([, { due }]) => due);
    const timers = Object.values(this.#current.timers).map(({ due }) => due);
    const all = [...timers, ...replies];
    return all.length > 0 ? Math.min(...all) : undefined;
  }

  #happenDue(): void {
    const [timer] = Object.values(this.#current.timers)
      .filter(({ due }) => due <= this.#clock)
      .sort((a, b) => a.due - b.due || a.seq - b.seq);
    if (timer) {
      const step = this.waits().timers.find(({ seq }) => seq === timer.seq)?.step;
      if (step !== undefined) this.#note({ kind: 'elapsed', step });
      this.#step({ kind: 'timer', timer: timer.seq });
    }
    this.#answerAll();
  }

  #step(stimulus: Stimulus): void {
    this.#steps += 1;
    if (this.#steps > MOST_STEPS) {
      throw new PlayError(
        `More than ${inDigits(MOST_STEPS)} things have happened; the timers of the journey lead it in a circle, or less time is enough.`,
      );
    }
    const moved = this.#machine.step(this.#current, stimulus, this.#clock);
    this.#current = moved.state;
    this.#apply(moved);
  }

  #apply({ effects, walked, entered }: JourneyStep): void {
    for (const id of walked) this.walked.add(id);
    for (const path of entered) this.entered.add(path);
    for (const effect of effects) {
      if (effect.type === 'dispatch') this.#services.set(effect.seq, effect.service);
      const happened = happeningOf(effect, this.#current, seq => this.#serviceOf(seq));
      if (happened) this.#note(happened);
    }
    const ends = entered.filter(path => this.#ends.has(path));
    for (const step of ends) this.#note({ kind: 'ended', step, state: this.#current });
    if (!effects.some(({ type }) => type === 'undo')) return;
    // What the very step asked for is never sent.
    this.#undo(new Set(effects.flatMap(effect => (effect.type === 'dispatch' ? effect.seq : []))));
  }

  #undo(unsent: ReadonlySet<number> = new Set()): void {
    const refused = new Set(this.happenings.flatMap(item => (item.kind === 'refused' ? [item.seq] : [])));
    const done = [...this.#services].filter(([seq]) => !refused.has(seq) && !unsent.has(seq));
    this.#wasCancelled = this.journey.compensations(done.map(([seq, service]) => ({ seq, service })));
    for (const { undoes: seq, service } of this.#wasCancelled.undo)
      this.#note({ kind: 'undone', seq, service });
  }

  #note(happened: Happened): void {
    this.happenings.push({ ...happened, at: this.#clock });
  }
}
