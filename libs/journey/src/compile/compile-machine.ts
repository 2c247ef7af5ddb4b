import { type AnyStateMachine, createMachine, skipEventType } from '#statechart';
import { compileTemplate } from '../expression/template.js';
import { type JourneyContext } from '../journey-state.js';
import { type SoundDefinition } from '../sound-definition.js';
import {
  type ActionDefinition,
  type InvokeDefinition,
  type StateDefinition,
  type TransitionDefinition,
  type Trigger,
} from '../state-definition.js';
import {
  type Args,
  bindingsOf,
  compileActions,
  type CompiledActions,
  type MachineAction,
} from './compile-actions.js';
import { DelayCompiler, type DueTime } from './compile-delays.js';
import { noteSections } from './compile-sections.js';
import { compileTask } from './compile-tasks.js';
import { taskEventType } from './journey-event.js';
import { ENDED_EVENT, endOf, keepEnds } from './started-journeys.js';
import { leadsOn } from '../leads-on.js';
import { sectionsByState } from '../sections.js';
import { waitsForTimeAlone } from '../time-alone.js';

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
  /** Whether it may end the wait; else it tells or keeps something, and the wait goes on. */
  readonly leadsOn: boolean;
  /** Whether it is sure to end the wait: nothing else does. */
  readonly timeAlone: boolean;
  /** The delay as the definition names it. */
  readonly delay: string;
}

const REMINDER = { reminder: true, leadsOn: false, timeAlone: false };

interface Config {
  [key: string]: unknown;
}

/** Code generator: an XState machine configuration whose guards, delays and actions are a definition's expressions. */
export class MachineCompiler {
  readonly #delays: DelayCompiler;
  readonly #dueTimes: Record<string, DueTime> = {};
  readonly #allowed = new Map<string, Allowed>();
  readonly #timers = new Map<string, TimerOrigin>();
  readonly #sound: SoundDefinition;
  readonly #sections: ReadonlyMap<string, string>;
  /** Every transition taken and state entered says so, as an action `walked` or `entered`. A transition by a report always does. */
  readonly #trace: boolean;

  constructor(sound: SoundDefinition, trace: boolean) {
    this.#sound = sound;
    this.#trace = trace;
    this.#sections = sectionsByState(sound.definition.machine);
    this.#delays = new DelayCompiler(sound);
  }

  compile(): CompiledMachine {
    const { id, machine } = this.#sound.definition;
    const config = {
      ...this.#state(machine),
      id,
      context: ({ input }: { input: JourneyContext }) => input,
    };
    const delays = Object.fromEntries(
      Object.entries(this.#dueTimes).map(([name, due]) => [
        name,
        // What lies in the past is due now; XState counts delays from the instant of the step.
        ({ context }: { context: JourneyContext }) => Math.max(0, due(context) - Date.parse(context.now)),
      ]),
    );
    return {
      machine: createMachine(config as object, { delays } as object) as AnyStateMachine,
      allowed: this.#allowed,
      timers: this.#timers,
    };
  }

  #state(state: StateDefinition): Config {
    const { path, type, initial, states } = state;
    if (type === 'history') return this.#historyState(state);
    const entry = this.#actions(state.entry).actions;
    const exit = this.#actions(state.exit).actions;
    const task = compileTask(state, this.#delays);
    const after = this.#after(state);
    if (task.reminder) {
      after[this.#timer(task.reminder.delay, task.reminder.due, path, REMINDER)] = task.reminder.transition;
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
        ...noteSections(state, this.#sections.get(path), this.#sound.environment),
      ],
      exit: [...exit, ...task.exit],
      on: this.#on(state),
      after,
      always: this.#only(state, ({ kind }) => kind === 'always' || kind === 'ended'),
      onDone: this.#only(state, ({ kind }) => kind === 'done'),
      invoke: state.invokes.map((invoke, index) => this.#invoke(state, invoke, index)),
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
      const type = trigger.kind === 'event' ? taskEventType(state.path, trigger.event) : trigger.event;
      (on[type] ??= []).push(this.#transition(transition));
    }
    for (const index of state.invokes.keys()) {
      const skipped = this.#only(state, trigger => trigger.kind === 'skip' && trigger.invoke === index);
      if (skipped.length > 0) on[skipEventType(invokeId(state.path, index))] = skipped;
    }
    const keep = state.path === '' ? keepEnds(this.#sound.definition) : undefined;
    if (keep !== undefined) on[ENDED_EVENT] = [{ actions: keep }];
    return on;
  }

  #after(state: StateDefinition): Config {
    const after: Record<string, unknown> = {};
    const alone = waitsForTimeAlone(state);
    for (const transition of state.transitions) {
      const { trigger } = transition;
      if (trigger.kind !== 'after') continue;
      const due = this.#delays.dueTime(trigger.delay);
      const ways = state.transitions.filter(each => isOf(each, trigger.delay) && leadsOn(each));
      const name = this.#timer(trigger.delay, due, state.path, {
        reminder: false,
        leadsOn: ways.length > 0,
        timeAlone: alone && ways.some(({ guard }) => guard === undefined),
      });
      const list = (after[name] ??= []) as unknown[];
      list.push(this.#transition(transition));
    }
    return after;
  }

  /** Names a delay for XState and notes whose timer it sets. */
  #timer(name: string, due: DueTime, step: string, kind: Omit<TimerOrigin, 'step' | 'delay'>): string {
    const { id } = this.#sound.definition;
    this.#dueTimes[name] = due;
    this.#timers.set(`xstate.after.${name}.${step ? `${id}.${step}` : id}`, { step, delay: name, ...kind });
    return name;
  }

  #only(state: StateDefinition, fits: (trigger: TransitionDefinition['trigger']) => boolean): unknown[] {
    return state.transitions.filter(({ trigger }) => fits(trigger)).map(item => this.#transition(item));
  }

  #invoke(state: StateDefinition, invoke: InvokeDefinition, index: number): Config {
    const { src, input } = invoke;
    const { environment } = this.#sound;
    const template = compileTemplate(input, environment);
    return {
      id: invokeId(state.path, index),
      src,
      input: (args: Args) => template.fill(environment.scope(args.context, bindingsOf(args))),
      onDone: this.#only(state, trigger => trigger.kind === 'answer' && trigger.invoke === index),
      onError: this.#only(state, trigger => trigger.kind === 'refusal' && trigger.invoke === index),
    };
  }

  #transition(transition: TransitionDefinition): Config {
    const { definition, environment } = this.#sound;
    const { actions, remember } = this.#actions(transition.actions);
    const condition = definition.conditions[transition.guard ?? ''];
    const expression = condition && environment.expression(condition.when);
    const { trigger } = transition;
    const allowed: Allowed = args => {
      if (trigger.kind === 'ended' && !hasEnded(trigger, args.context)) return false;
      if (!expression) return true;
      // A guard sees what the transition is about to remember.
      const bindings = bindingsOf(args, remember?.(args));
      return expression.value(environment.scope(args.context, bindings)) === true;
    };
    if (trigger.kind === 'event') this.#allowed.set(transition.id, allowed);
    const targets = transition.targetPaths.flatMap(path =>
      path === undefined ? [] : [this.#reference(path)],
    );
    const mark: MachineAction[] =
      this.#trace || trigger.kind === 'report'
        ? [{ type: 'walked', params: { transition: transition.id } }]
        : [];
    return {
      ...(targets.length > 0 && { target: targets }),
      ...((expression || trigger.kind === 'ended') && { guard: allowed }),
      ...(transition.reenter && { reenter: true }),
      actions: [...mark, ...actions],
    };
  }

  #actions(definitions: readonly ActionDefinition[]): CompiledActions {
    return compileActions(definitions, this.#sound.environment);
  }

  #reference(path: string): string {
    const { id } = this.#sound.definition;
    return path === '' ? `#${id}` : `#${id}.${path}`;
  }
}

function hasEnded({ journey, ends }: Extract<Trigger, { kind: 'ended' }>, context: JourneyContext): boolean {
  const end = endOf(context, journey);
  return end !== undefined && ends.includes(end);
}

function isOf({ trigger }: TransitionDefinition, delay: string): boolean {
  return trigger.kind === 'after' && trigger.delay === delay;
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
