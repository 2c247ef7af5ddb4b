import { addPeriod, dateAt, endOfDay, isPeriod, iso } from '#calendar';
import {
  activeStates,
  advance,
  ChartError,
  type Instant,
  type Json,
  start,
  type Stimulus,
} from '#statechart';
import { type ServiceContract } from '../catalogue.js';
import { type Expression } from '../expression/expression.js';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { parametersInForce } from '../expression/parameter-values.js';
import { type CompiledForm } from '../form/compiled-form.js';
import { type FieldError, FormValidator } from '../form/form-validator.js';
import { type JourneyEffect } from '../journey-effect.js';
import { type JourneyContext, type JourneyState, type PersonId } from '../journey-state.js';
import { isRecord } from '../read/cursor.js';
import { parentPath } from '../state-index.js';
import { type JourneyEnd } from '../state-definition.js';
import {
  accept,
  type Acceptance,
  type Offer,
  offered,
  type Refused,
  refusedAsSame,
  type Submission,
} from '../step/accept.js';
import { type Compensations, compensationsOf, type DoneDispatch } from '../step/compensations.js';
import { type DifferentPersons } from '../step/different-persons.js';
import { journeyEffects } from '../step/journey-effects.js';
import { offeredChoices } from '../step/choices.js';
import { type OpenTask, openTasks } from '../step/open-tasks.js';
import { rolesOf } from '../step/roles-of.js';
import { type Waits, waitsOf } from '../step/waits.js';
import { holdersOf } from './compile-actions.js';
import { JourneyWords } from '../words/journey-words.js';
import { type CompiledMachine, stepOf } from './compile-machine.js';
import { type CompiledOffer, type OfferedJourney } from './compiled-offer.js';
import { deathsRemembered } from './deaths-remembered.js';
import { JourneyStructure, type StructureParts } from './journey-structure.js';

/** A form that is not there asks for nothing in particular. */
const ANYTHING = new FormValidator(true);

/** What a step made of a journey. */
export interface JourneyStep {
  readonly state: JourneyState;
  readonly effects: readonly JourneyEffect[];
  /** Ids of the transitions taken and paths of the states entered, in order; without `trace` only of those taken by a report. */
  readonly walked: readonly string[];
  readonly entered: readonly string[];
}

export interface JourneyAdvance extends JourneyStep {
  /** False for a stale answer or timer: the state is unchanged, and there are no effects. */
  readonly current: boolean;
}

/** What a journey knows when it begins. */
export interface BeginOptions {
  /** What it is given by the journey that starts it, or by the offer that was taken; of a journey that takes nothing: nothing. */
  readonly given?: Json;
  /** The municipality in which it is played, by its code; left out: what the definition says. */
  readonly place?: string;
}

/** What a journey may cost. */
export interface Fee {
  readonly name: string;
  /** Danish kroner. */
  readonly amount: number;
  /** Id of the authority that is paid. */
  readonly to: string;
  /** Key of a text under `fees`. */
  readonly text: string;
}

/** Why somebody cannot cancel: nobody ever can, others can, it is too late, or it has ended. */
export const UNCANCELLABLE = ['never', 'notYours', 'tooLate', 'over'] as const;
export type Uncancellable = (typeof UNCANCELLABLE)[number];

/** What {@link compileJourney} hands over. */
export interface JourneyParts extends StructureParts {
  readonly environment: ExpressionEnvironment;
  readonly machine: CompiledMachine;
  readonly offers: readonly CompiledOffer[];
  readonly different: DifferentPersons;
  readonly forms: ReadonlyMap<string, CompiledForm>;
  /** The condition of the journey's cancellation. */
  readonly cancellable?: Expression;
}

/**
 * Pure state machine of a definition: it decides and never acts; every instant is an argument. State is plain JSON and
 * belongs to the definition (by hash) it was made with.
 */
export class CompiledJourney extends JourneyStructure {
  readonly #parts: JourneyParts;
  readonly #hasQuiet: boolean;
  /** Names by which reports of a death are remembered. */
  readonly #deaths: readonly string[];
  /** Steps that accepting has made, by the stimulus that it accepted: they are not made again. */
  readonly #tried = new WeakMap<
    Stimulus,
    { readonly from: JourneyState; readonly at: Instant; readonly made: JourneyAdvance }
  >();
  /** Everything that the journey tells, put into words. */
  readonly words: JourneyWords;

  constructor(parts: JourneyParts) {
    super(parts);
    this.#parts = parts;
    this.#hasQuiet = [...parts.states.values()].some(({ quiet }) => quiet === true);
    this.#deaths = deathsRemembered(parts.states.values(), this.catalogue);
    this.words = new JourneyWords(parts);
  }

  /** Starts a journey for a person, who becomes its applicant. */
  begin(applicant: PersonId, at: Instant, { given = {}, place }: BeginOptions = {}): JourneyStep {
    const followsStart = Object.values(this.definition.parameters).some(({ follows }) => follows === 'start');
    const context: JourneyContext = {
      now: iso(at),
      ...(followsStart && { begun: dateAt(at) }),
      roles: { applicant: { person: applicant } },
      facts: this.definition.takes === undefined ? {} : { given },
      tasks: {},
      ...(place !== undefined && { place }),
    };
    return this.#stepOf(start(this.#parts.machine.machine, at, context));
  }

  /** A journey that is held out to somebody and has not begun: nothing is active in it. */
  unbegun(applicant: PersonId, at: Instant): JourneyState {
    const context = { now: iso(at), roles: { applicant: { person: applicant } }, facts: {}, tasks: {} };
    return { value: {}, context, status: 'done', dispatches: {}, timers: {}, seq: 0 };
  }

  /**
   * Moves a journey by one stimulus. A participant's event is made by {@link accept}; a report is
   * `{ kind: 'event', event: { type: '<authority>.<event>', data } }`.
   *
   * @throws ChartError when the definition fails on it (an expression reads what is not there): nothing has happened
   */
  step(state: JourneyState, stimulus: Stimulus, at: Instant): JourneyAdvance {
    const tried = this.#tried.get(stimulus);
    if (tried?.from === state && tried.at === at) return tried.made;
    const moved = advance(this.#parts.machine.machine, this.#at(state, at), stimulus, at);
    if (!moved.current) return { state, effects: [], walked: [], entered: [], current: false };
    return { current: true, ...this.#stepOf(moved) };
  }

  /** Whether a participant may do this now, and then the stimulus to {@link step} with. Changes nothing. */
  accept(state: JourneyState, submission: Submission, at: Instant): Acceptance {
    const accepted = accept(this.#parts, this.#at(state, at), this.activePaths(state), submission);
    if (accepted.kind === 'refused' || !this.#parts.different.isAsked) return accepted;
    const fields = this.#samePersons(state, accepted.stimulus, at);
    return fields.length > 0 ? refusedAsSame(fields) : accepted;
  }

  /** The first half of {@link accept}: whether the event is offered to the person now, whatever data they send with it. */
  offered(state: JourneyState, submission: Omit<Submission, 'data'>): Offer | Refused {
    return offered(this.#parts, state, this.activePaths(state), submission);
  }

  /** What could not be given to the journey at its start. */
  givenErrors(given: Json, at: Instant): readonly FieldError[] {
    const { takes } = this.definition;
    if (takes !== undefined) {
      const scope = this.#parts.environment.scope({ now: iso(at), roles: {}, facts: {}, tasks: {} });
      return this.#parts.forms.get(takes)?.at(scope).draftErrors(given) ?? [];
    }
    const isNothing = isRecord(given) && Object.keys(given).length === 0;
    return isNothing ? [] : [{ path: '', code: 'unevaluatedProperties', message: 'takes nothing' }];
  }

  /** To whom the journey is to be offered when an authority reports something, in the order declared. */
  offersOn(event: string, data: Json, at: Instant): OfferedJourney[] {
    return this.#parts.offers.flatMap(offer => offer.made(event, data, at));
  }

  /** How an ended journey is told to one that waits for it; undefined while it goes on. */
  endOf(state: JourneyState): JourneyEnd | undefined {
    if (state.status !== 'done') return undefined;
    return this.outcomeKind(this.endState(state) ?? '') ?? 'done';
  }

  /** A form as it is asked now: what is shown of it, and what a submission must fit. */
  formNow(form: string, state: JourneyState, at: Instant): FormValidator {
    const { forms, environment } = this.#parts;
    return forms.get(form)?.at(environment.scope(this.#at(state, at).context)) ?? ANYTHING;
  }

  /** The tasks open now, in the order written. */
  openTasks(state: JourneyState, at: Instant): OpenTask[] {
    if (state.status !== 'active') return [];
    return openTasks(this.#parts, this.#at(state, at).context, this.activePaths(state));
  }

  /** What may be chosen for the fields of a task as things stand, by field, whether it is open or not. */
  choices(state: JourneyState, at: Instant, task: string): OpenTask['choices'] {
    const { environment, tasks } = this.#parts;
    return offeredChoices(tasks.get(task)?.choices ?? [], environment.scope(this.#at(state, at).context));
  }

  /** What the journey waits for besides tasks: answers, timers, reports. */
  waits(state: JourneyState): Waits {
    return waitsOf(this.#parts, state, this.activePaths(state));
  }

  /** Whether the journey can go on without the answer to this dispatch. */
  isSkippable(state: JourneyState, dispatch: number): boolean {
    return this.waits(state).dispatches.some(({ seq, skippable }) => seq === dispatch && skippable);
  }

  /** Whether an active state listens for this report. */
  awaits(state: JourneyState, event: string): boolean {
    return this.waits(state).reports.some(report => report.event === event);
  }

  /** Paths of the active states below the root, parents before children; without the regions of an `each` that have no member. */
  activePaths(state: JourneyState): string[] {
    // It has not begun.
    if (Object.keys(state.value).length === 0) return [];
    const paths = activeStates(this.#parts.machine.machine, state).map(({ path }) => path);
    const { absent } = this.definition.expansion;
    if (absent.size === 0) return paths;
    const gone = new Set(paths.flatMap(path => (absent.has(path) ? [path, parentPath(path)] : [])));
    return paths.filter(path => !gone.has(path));
  }

  /** The roles a person has; those that are only spoken of do not count. */
  rolesOf(state: JourneyState, person: PersonId): string[] {
    return rolesOf(this.definition, state.context, person);
  }

  /** The name of a participant without a CPR number; undefined for all others. */
  unregisteredName(state: JourneyState, person: PersonId): string | undefined {
    return Object.keys(this.definition.roles)
      .flatMap(role => holdersOf(state.context, role))
      .find(holder => holder.person === person)?.name;
  }

  /** Path of the final state in which the journey has ended, if that says what came of it. */
  endState(state: JourneyState): string | undefined {
    if (state.status !== 'done') return undefined;
    return this.activePaths(state).findLast(path => this.#parts.states.get(path)?.outcome);
  }

  /** Path of the state that waits for the dispatch of this number. */
  stepOfDispatch(state: JourneyState, seq: number): string | undefined {
    const invoke = Object.entries(state.dispatches).find(([, pending]) => pending.seq === seq)?.[0];
    return invoke === undefined ? undefined : stepOf(invoke);
  }

  /** Path of the state whose timer sends this event. */
  stepOfTimer(event: string): string | undefined {
    return this.#parts.machine.timers.get(event)?.step;
  }

  /** Path of the active state that listens for this report; of several, one that the most roles may see. */
  stepOfReport(state: JourneyState, event: string): string | undefined {
    const steps = this.waits(state).reports.flatMap(report => (report.event === event ? [report.step] : []));
    return this.#mostVisible(steps);
  }

  /**
   * Path of the state that took a report when these transitions were walked, of several the one that most roles may see; undefined
   * when it meant nothing to any.
   */
  takerOf(event: string, walked: readonly string[]): string | undefined {
    const takers = [...this.#parts.states.values()].filter(({ transitions }) =>
      transitions.some(
        ({ id, trigger, targets, actions }) =>
          trigger.kind === 'report' &&
          trigger.event === event &&
          targets.length + actions.length > 0 &&
          walked.includes(id),
      ),
    );
    return this.#mostVisible(takers.map(({ path }) => path));
  }

  #mostVisible(paths: readonly string[]): string | undefined {
    return [...paths].sort((a, b) => this.visibleTo(b).length - this.visibleTo(a).length)[0];
  }

  /** Whether this person may cancel the journey now. */
  mayCancel(state: JourneyState, person: PersonId, at: Instant): boolean {
    return this.uncancellable(state, person, at) === undefined;
  }

  /** Why this person cannot cancel the journey now; undefined when they can. */
  uncancellable(state: JourneyState, person: PersonId, at: Instant): Uncancellable | undefined {
    const { cancellation } = this.definition;
    if (state.status !== 'active') return 'over';
    if (!cancellation) return 'never';
    if (!this.rolesOf(state, person).some(role => cancellation.by.includes(role))) return 'notYours';
    const { cancellable, environment } = this.#parts;
    const holds = !cancellable || cancellable.value(environment.scope(this.#at(state, at).context)) === true;
    return holds ? undefined : 'tooLate';
  }

  /** What a journey that begins then may cost. */
  fees(at: Instant): readonly Fee[] {
    const { environment } = this.#parts;
    const context: JourneyContext = { now: iso(at), begun: dateAt(at), roles: {}, facts: {}, tasks: {} };
    return Object.entries(this.definition.fees).map(([name, { amount, to, text }]) => ({
      name,
      amount: Number(environment.expression(amount).value(environment.scope(context))),
      to,
      text,
    }));
  }

  /** Whether it is after a loss, where nobody is disturbed with what need not be sent. */
  isQuiet(state: JourneyState): boolean {
    if (this.definition.quiet) return true;
    return (
      this.#hasQuiet && this.activePaths(state).some(path => this.#parts.states.get(path)?.quiet === true)
    );
  }

  /** Whether somebody in it has died, as far as it has been told and keeps it. It may go on without being quiet. */
  knowsOfDeath({ context: { facts } }: JourneyState): boolean {
    return this.#deaths.some(name => facts[name] !== undefined);
  }

  /** Whether journeys by this definition may go on after a loss; one that ends by it is quiet once it has. */
  get goesOnAfterLoss(): boolean {
    if (this.definition.quiet) return true;
    const isEnd = (path: string): boolean => this.isFinal(path) && parentPath(path) === '';
    return [...this.#parts.states.values()].some(({ quiet, path }) => quiet === true && !isEnd(path));
  }

  /** Through which instant a journey that ended then is kept; undefined when the definition does not say. */
  keptUntil(ended: Instant): Instant | undefined {
    const { retention, parameters } = this.definition;
    if (!retention) return undefined;
    const day = dateAt(ended);
    const value = isPeriod(retention.for)
      ? retention.for
      : parametersInForce(parameters, day, day)[retention.for];
    return typeof value === 'string' && isPeriod(value) ? endOfDay(addPeriod(day, value)) : undefined;
  }

  /**
   * The authority of which a service is asked now: who takes its role where the citizen belongs, or at the place of the invoke. Of a
   * place that is not known it is the role; of one where nobody takes it, the place: who is asked is never guessed.
   *
   * @param step path of the state that asks
   */
  authorityOf(service: ServiceContract, state: JourneyState, step: string, at: Instant): string {
    const { authority, heldBy = 'country' } = service;
    const { directory } = this.catalogue;
    if (heldBy === 'country' || !directory) return authority;
    const { environment, states } = this.#parts;
    const invoke = states.get(step)?.invokes.find(({ src }) => src === service.id);
    const place = environment.placeOf(environment.scope(this.#at(state, at).context), invoke?.place);
    if (place === undefined) return authority;
    const found = directory.resolve(service, place, dateAt(at));
    if (found.kind === 'authority') return found.authority;
    return found.kind === 'nobody' ? place : authority;
  }

  /** Who has now what an authority was asked by a dispatch; one from before that was kept was asked of the role. */
  heirOf(service: ServiceContract, asked: string | undefined, at: Instant): string {
    if (asked === undefined || asked === service.authority) return service.authority;
    return this.catalogue.directory?.heirOf(service, asked, dateAt(at)).authority ?? asked;
  }

  /** What cancelling would undo, last done first, and what stays done and why. */
  compensations(done: readonly DoneDispatch[]): Compensations {
    return compensationsOf(this.catalogue, done);
  }

  /** What the step would make of roles that must be different persons'; a step that fails tells of that by itself. */
  #samePersons(state: JourneyState, stimulus: Stimulus, at: Instant): readonly FieldError[] {
    try {
      const made = this.step(state, stimulus, at);
      this.#tried.set(stimulus, { from: state, at, made });
      return this.#parts.different.stepErrors(state.context, made.state.context);
    } catch (error) {
      if (error instanceof ChartError) return [];
      throw error;
    }
  }

  #at(state: JourneyState, at: Instant): JourneyState {
    return { ...state, context: { ...state.context, now: iso(at) } };
  }

  #stepOf(step: ReturnType<typeof start>): JourneyStep {
    const state = step.state as JourneyState;
    const { effects, walked, entered } = journeyEffects(step.effects, state, this.#parts.machine.timers);
    return { state, effects, walked, entered };
  }
}
