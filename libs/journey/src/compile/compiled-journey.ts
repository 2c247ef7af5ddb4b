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
import { type ServiceCatalogue } from '../catalogue.js';
import { type Definition } from '../definition.js';
import { type Expression } from '../expression/expression.js';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { parametersInForce } from '../expression/parameter-values.js';
import { type CompiledForm } from '../form/compiled-form.js';
import { type FieldError, FormValidator } from '../form/form-validator.js';
import { type JourneyEffect } from '../journey-effect.js';
import { type JourneyContext, type JourneyState, type PersonId } from '../journey-state.js';
import { isRecord } from '../read/cursor.js';
import { type Section, sectionsByState, sectionsOf } from '../sections.js';
import { startsIn } from '../starts-in.js';
import { parentPath } from '../state-index.js';
import { type JourneyEnd, type OutcomeKind, type StateDefinition } from '../state-definition.js';
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
import { type OpenTask, openTasks } from '../step/open-tasks.js';
import { rolesOf } from '../step/roles-of.js';
import { type Waits, waitsOf } from '../step/waits.js';
import { holdersOf } from './compile-actions.js';
import { JourneyWords } from '../words/journey-words.js';
import { type CompiledMachine, stepOf } from './compile-machine.js';
import { type CompiledOffer, type OfferedJourney } from './compiled-offer.js';
import { type CompiledTask } from './compiled-task.js';
import { enteredFrom } from './entered-from.js';

/** A form that is not there asks for nothing in particular. */
const ANYTHING = new FormValidator(true);

/** What a step made of a journey. */
export interface JourneyStep {
  readonly state: JourneyState;
  readonly effects: readonly JourneyEffect[];
  /** Ids of the transitions taken and paths of the states entered, in order; only when compiled with `trace`. */
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
export interface JourneyParts {
  readonly definition: Definition;
  readonly catalogue: ServiceCatalogue;
  readonly environment: ExpressionEnvironment;
  readonly machine: CompiledMachine;
  readonly states: ReadonlyMap<string, StateDefinition>;
  readonly tasks: ReadonlyMap<string, CompiledTask>;
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
export class CompiledJourney {
  readonly #participating: readonly string[];
  readonly #visibility = new Map<string, readonly string[]>();
  readonly #parts: JourneyParts;
  readonly #hasQuiet: boolean;
  readonly #sectionOf: ReadonlyMap<string, string>;
  readonly #asked = new Map<string, readonly string[]>();
  /** The sections, in the order in which people come to them. */
  readonly sections: readonly Section[];
  /** Everything that the journey tells, put into words. */
  readonly words: JourneyWords;

  constructor(parts: JourneyParts) {
    this.#parts = parts;
    this.#hasQuiet = [...parts.states.values()].some(({ quiet }) => quiet === true);
    this.words = new JourneyWords(parts);
    const { roles, machine } = parts.definition;
    this.#sectionOf = sectionsByState(machine);
    this.sections = sectionsOf(this.#sectionOf);
    this.#participating = Object.keys(roles).filter(role => !roles[role]?.passive);
  }

  get definition(): Definition {
    return this.#parts.definition;
  }

  get catalogue(): ServiceCatalogue {
    return this.#parts.catalogue;
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

  /**
   * Moves a journey by one stimulus. A participant's event is made by {@link accept}; a report is
   * `{ kind: 'event', event: { type: '<authority>.<event>', data } }`.
   *
   * @throws ChartError when the definition fails on it (an expression reads what is not there): nothing has happened
   */
  step(state: JourneyState, stimulus: Stimulus, at: Instant): JourneyAdvance {
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

  /** The roles that take part, in the order declared; those that are only spoken of do not. */
  get roles(): readonly string[] {
    return this.#participating;
  }

  /** The roles that may see a state: its own `visibleTo`, its nearest ancestor's, or everybody who takes part. */
  visibleTo(path: string): readonly string[] {
    let roles = this.#visibility.get(path);
    if (roles === undefined) {
      roles = this.#visibilityOf(path);
      // Only of states there are: a path may come from elsewhere.
      if (this.#parts.states.has(path)) this.#visibility.set(path, roles);
    }
    return roles;
  }

  /** Key of the section that a state is in. */
  sectionOf(path: string): string | undefined {
    return this.#sectionOf.get(path);
  }

  /** Whether a state is one of the ends of the state around it. */
  isFinal(path: string): boolean {
    return this.#parts.states.get(path)?.type === 'final';
  }

  /** What reaching a final state means; undefined for one that does not say. */
  outcomeKind(path: string): OutcomeKind | undefined {
    return this.#parts.states.get(path)?.outcome?.is;
  }

  /** Path of the final state in which the journey has ended, if that says what came of it. */
  endState(state: JourneyState): string | undefined {
    if (state.status !== 'done') return undefined;
    return this.activePaths(state).findLast(path => this.#parts.states.get(path)?.outcome);
  }

  /** Path of the state in which a state with states inside begins; undefined where there is no one such. */
  initialOf(path: string): string | undefined {
    const state = this.#parts.states.get(path);
    return state?.states.find(({ key }) => key === state.initial)?.path;
  }

  /** Ids of the services that may be asked at once when a participant sends an event of a task. */
  askedAfter(task: string, event: string): readonly string[] {
    const key = `${task} ${event}`;
    let asked = this.#asked.get(key);
    if (asked === undefined) {
      const { states } = this.#parts;
      const ways = states.get(task)?.transitions ?? [];
      asked = sorted(
        ways
          .filter(({ trigger }) => trigger.kind === 'event' && trigger.event === event)
          .flatMap(way => enteredFrom(way, states))
          .flatMap(({ invokes }) => invokes.map(({ src }) => src)),
      );
      this.#asked.set(key, asked);
    }
    return asked;
  }

  /** Whether several persons may have a role. */
  isMany(role: string): boolean {
    return this.definition.roles[role]?.many === true;
  }

  /** The role whose task a state is; undefined when it is none. */
  taskRole(path: string): string | undefined {
    return this.#parts.tasks.get(path)?.task.role;
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
    return steps.sort((a, b) => this.visibleTo(b).length - this.visibleTo(a).length)[0];
  }

  /** Whether somebody in any of these roles may see a state. */
  isVisible(path: string, roles: readonly string[]): boolean {
    return this.visibleTo(path).some(role => roles.includes(role));
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

  /** What cancelling would undo, last done first, and what stays done and why. */
  compensations(done: readonly DoneDispatch[]): Compensations {
    return compensationsOf(this.catalogue, done);
  }

  /** Paths of every state below the root, in the order written. */
  statePaths(): string[] {
    return [...this.#parts.states.keys()].filter(path => path !== '');
  }

  /** Whether the state at this path has a task. */
  isTask(path: string): boolean {
    return this.#parts.tasks.has(path);
  }

  /** Every task, open or not, in the order written. */
  taskPaths(): string[] {
    return [...this.#parts.tasks.keys()];
  }

  /** Ids of every service the definition asks, sorted. */
  services(): string[] {
    return sorted([...this.#parts.states.values()].flatMap(({ invokes }) => invokes.map(({ src }) => src)));
  }

  /** Ids of every journey the definition starts, sorted. */
  startedJourneys(): string[] {
    return sorted(startsIn(this.definition.machine).map(({ params }) => String(params['journey'])));
  }

  /** Ids of every register event the definition listens to, sorted. */
  registerEvents(): string[] {
    return sorted(
      [...this.#parts.states.values()].flatMap(({ transitions }) =>
        transitions.flatMap(({ trigger }) => (trigger.kind === 'report' ? trigger.event : [])),
      ),
    );
  }

  /** What the step would make of roles that must be different persons'; a step that fails tells of that by itself. */
  #samePersons(state: JourneyState, stimulus: Stimulus, at: Instant): readonly FieldError[] {
    try {
      const { context } = this.step(state, stimulus, at).state;
      return this.#parts.different.stepErrors(state.context, context);
    } catch (error) {
      if (error instanceof ChartError) return [];
      throw error;
    }
  }

  #visibilityOf(path: string): readonly string[] {
    for (let at: string | undefined = path; at !== undefined; at = parentPath(at)) {
      const own = this.#parts.states.get(at)?.visibleTo;
      if (own) return own;
    }
    return this.#participating;
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

function sorted(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
