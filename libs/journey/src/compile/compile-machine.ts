import { type AnyStateMachine, createMachine, skipEventType } from '#statechart';
import { type ServiceCatalogue } from '../catalogue.js';
import { type Definition } from '../definition.js';
import { type Expression } from '../expression/expression.js';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { type JourneyContext } from '../journey-state.js';
import { type StateDefinition, type TransitionDefinition } from '../state-definition.js';
import { type Args, bindingsOf, compileActions, type MachineAction, templateAt } from './compile-actions.js';
import { DelayCompiler, type Due } from './compile-delays.js';
import { compileTask } from './compile-tasks.js';
import { type Faults } from './faults.js';
import { taskEventType } from './journey-event.js';

/** Whether a transition may be taken on this event. */
export type Allowed = (args: Args) => boolean;

export interface CompiledMachine {
  readonly machine: AnyStateMachine;
  /** By id of a transition that a participant's event takes. */
  readonly allowed: ReadonlyMap<string, Allowed>;
  /** Path of the state that waits, by the event type of a timer. */
  readonly timers: ReadonlyMap<string, TimerOrigin>;
}

export interface TimerOrigin {
  readonly step: string;
  /** Only reminds; nothing changes when it is due. */
  readonly reminder: boolean;
}

interface Config {
  [key: string]: unknown;
}

/** Turns a definition's states into an XState machine whose guards, delays and actions are its expressions. */
export class MachineCompiler {
  readonly #delays: DelayCompiler;
  readonly #dues: Record<string, Due> = {};
  readonly #allowed = new Map<string, Allowed>();
  readonly #timers = new Map<string, TimerOrigin>();
  readonly #definition: Definition;
  readonly #catalogue: ServiceCatalogue;
  readonly #environment: ExpressionEnvironment;
  readonly #faults: Faults;
  /** Every transition taken and state entered says so, as an action `walked` or `entered`. */
  readonly #trace: boolean;

  constructor(
    definition: Definition,
    catalogue: ServiceCatalogue,
    environment: ExpressionEnvironment,
    faults: Faults,

    trace: boolean,
  ) {
    this.#definition = definition;
    this.#catalogue = catalogue;
    this.#environment = environment;
    this.#faults = faults;
    this.#trace = trace;
    this.#delays = new DelayCompiler(definition, environment, faults);
  }

  /** Adds faults; with any, the machine must not be built. */
  compile(): { build(): CompiledMachine } {
    const { id, machine } = this.#definition;
    const config = {
      ...this.#state(machine),
      id,
      context: ({ input }: { input: JourneyContext }) => input,
    };
    const delays = Object.fromEntries(
      Object.entries(this.#dues).map(([name, due]) => [
        name,
        // What lies in the past is due now; XState counts delays from the instant of the step.
        ({ context }: { context: JourneyContext }) => Math.max(0, due(context) - Date.parse(context.now)),
      ]),
    );
    return {
      build: () => ({
        machine: createMachine(config as object, { delays } as object) as AnyStateMachine,
        allowed: this.#allowed,
        timers: this.#timers,
      }),
    };
  }

  #state(state: StateDefinition): Config {
    const { path, type, initial, states } = state;
    if (type === 'history') return this.#historyState(state);
    const entry = compileActions(state.entry, this.#environment, this.#faults).actions;
    const exit = compileActions(state.exit, this.#environment, this.#faults).actions;
    const task = compileTask(state, this.#delays, this.#faults);
    const after = this.#after(state);
    if (task.reminder) {
      after[this.#timer(task.reminder.delay, task.reminder.due, path, true)] = task.reminder.transition;
    }
    if (type === 'compound' && !states.some(({ key }) => key === initial)) {
      this.#faults.add(state.at, `${path || 'The machine'} has no initial state.`, 'Name one of its states.');
    }
    return {
      ...(type !== 'atomic' && type !== 'compound' && { type }),
      ...(initial !== undefined && { initial }),
      ...(states.length > 0 && {
        states: Object.fromEntries(states.map(child => [child.key, this.#state(child)])),
      }),
      entry: [
        ...(this.#trace ? [{ type: 'entered', params: { state: path } }] : []),
        ...task.entry,
        ...entry,
      ],
      exit: [...exit, ...task.exit],
      on: this.#on(state),
      after,
      always: this.#only(state, ({ kind }) => kind === 'always'),
      onDone: this.#only(state, ({ kind }) => kind === 'done'),
      invoke: state.invokes.map((_, index) => this.#invoke(state, index)),
    };
  }

  #historyState(state: StateDefinition): Config {
    const target = state.transitions[0]?.targetPaths[0];
    return {
      type: 'history',
      history: state.history,
      ...(target !== undefined && { target: this.#reference(target) }),
    };
  }

  #on(state: StateDefinition): Config {
    const on: Record<string, unknown[]> = {};
    for (const transition of state.transitions) {
      const { trigger } = transition;
      if (trigger.kind !== 'event' && trigger.kind !== 'report') continue;
      if (trigger.kind === 'report' && !this.#catalogue.registerEvent(trigger.event)) {
        this.#faults.add(
          transition.at,
          `No authority reports ${trigger.event}.`,
          'Use an event of the catalogue, <authority>.<event>.',
        );
      }
      const type = trigger.kind === 'event' ? taskEventType(state.path, trigger.event) : trigger.event;
      (on[type] ??= []).push(this.#transition(transition));
    }
    for (const index of state.invokes.keys()) {
      const skipped = this.#only(state, trigger => trigger.kind === 'skip' && trigger.invoke === index);
      if (skipped.length > 0) on[skipEventType(invokeId(state.path, index))] = skipped;
    }
    return on;
  }

  #after(state: StateDefinition): Config {
    const after: Record<string, unknown> = {};
    for (const transition of state.transitions) {
      const { trigger } = transition;
      if (trigger.kind !== 'after') continue;
      const due = this.#delays.due(trigger.delay, transition.at);
      const name = this.#timer(trigger.delay, due, state.path, false);
      const list = (after[name] ??= []) as unknown[];
      list.push(this.#transition(transition));
    }
    return after;
  }

  /** Names a delay for XState and notes whose timer it sets. */
  #timer(name: string, due: Due, step: string, reminder: boolean): string {
    const { id } = this.#definition;
    this.#dues[name] = due;
    this.#timers.set(`xstate.after.${name}.${step ? `${id}.${step}` : id}`, { step, reminder });
    return name;
  }

  #only(state: StateDefinition, fits: (trigger: TransitionDefinition['trigger']) => boolean): unknown[] {
    return state.transitions.filter(({ trigger }) => fits(trigger)).map(item => this.#transition(item));
  }

  #invoke(state: StateDefinition, index: number): Config {
    const invoke = state.invokes[index]!;
    if (!this.#catalogue.service(invoke.src)) {
      this.#faults.add(
        [...invoke.at, 'src'],
        `No authority offers ${invoke.src}.`,
        'Use a service of the catalogue, <authority>.<operation>.',
      );
    }
    const input = templateAt(invoke.input, [...invoke.at, 'input'], this.#environment, this.#faults);
    return {
      id: invokeId(state.path, index),
      src: invoke.src,
      input: (args: Args) => input.fill(this.#environment.scope(args.context, bindingsOf(args))),
      onDone: this.#only(state, trigger => trigger.kind === 'answer' && trigger.invoke === index),
      onError: this.#only(state, trigger => trigger.kind === 'refusal' && trigger.invoke === index),
    };
  }

  #transition(transition: TransitionDefinition): Config {
    const { actions, remember } = compileActions(transition.actions, this.#environment, this.#faults);
    const decision = this.#decision(transition);
    const allowed: Allowed = args => {
      if (!decision) return true;
      // A guard sees what the transition is about to remember.
      const bindings = bindingsOf(args, remember?.(args));
      return decision.value(this.#environment.scope(args.context, bindings)) === true;
    };
    if (transition.trigger.kind === 'event') this.#allowed.set(transition.id, allowed);
    const targets = transition.targetPaths.map((path, index) => {
      if (path !== undefined) return this.#reference(path);
      const name = transition.targets[index];
      this.#faults.add(transition.at, `There is no state ${name} to go to.`, 'Name an existing state.');
      return undefined;
    });
    const mark: MachineAction[] = this.#trace
      ? [{ type: 'walked', params: { transition: transition.id } }]
      : [];
    return {
      ...(targets.length > 0 && { target: targets.filter(target => target !== undefined) }),
      ...(decision && { guard: allowed }),
      ...(transition.reenter && { reenter: true }),
      actions: [...mark, ...actions],
    };
  }

  #decision({ guard, at }: TransitionDefinition): Expression | undefined {
    if (guard === undefined) return undefined;
    const definition = this.#definition.decisions[guard];
    if (!definition) {
      this.#faults.add([...at, 'guard'], `There is no decision ${guard}.`, 'Declare it under decisions.');
      return undefined;
    }
    return decisionExpression(guard, definition.when, this.#environment, this.#faults);
  }

  #reference(path: string): string {
    return path === '' ? `#${this.#definition.id}` : `#${this.#definition.id}.${path}`;
  }
}

/** Compiles what a decision says; it must be true or false. */
export function decisionExpression(
  name: string,
  when: string,
  environment: ExpressionEnvironment,
  faults: Faults,
): Expression | undefined {
  const at = ['decisions', name, 'when'];
  const compiled = environment.compile(when);
  if (!compiled.ok) {
    faults.add(at, compiled.fault.message, 'Correct the expression.', compiled.fault.start);
    return undefined;
  }
  const { kind } = compiled.expression.type;
  if (kind !== 'bool' && kind !== 'dyn') {
    faults.add(at, `The decision ${name} is ${kind}, not true or false.`, 'Compare it with something.');
  }
  return compiled.expression;
}

/** The id of a state's invoke: the state's path, and for further ones their number. */
function invokeId(path: string, index: number): string {
  return index === 0 ? path : `${path}#${index + 1}`;
}

/** The path of the state an invoke id belongs to. */
export function stepOf(invoke: string): string {
  return invoke.replace(/#\d+$/, '');
}

/** Which of its state's invokes an invoke id is of. */
export function indexOf(invoke: string): number {
  return Number(/#(\d+)$/.exec(invoke)?.[1] ?? 1) - 1;
}
