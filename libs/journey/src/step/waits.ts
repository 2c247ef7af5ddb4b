import { type Instant } from '#statechart';
import { type CompiledMachine, indexOf, stepOf } from '../compile/compile-machine.js';
import { startedAs } from '../compile/started-journeys.js';
import { type JourneyState } from '../journey-state.js';
import { isWithin } from '../sections.js';
import { type StateDefinition } from '../state-definition.js';

export interface AwaitedAnswer {
  readonly step: string;
  readonly seq: number;
  readonly service: string;
  /** Whether the step says how the journey goes on without it. */
  readonly skippable: boolean;
}

export interface AwaitedJourney {
  readonly step: string;
  readonly name: string;
  readonly journey: string;
  readonly number: number;
}

export interface AwaitedTimer {
  readonly step: string;
  readonly seq: number;
  readonly due: Instant;
  /** Whether it may end the wait; else it only tells that it takes longer. */
  readonly leadsOn: boolean;
  /** It will be so: nothing else ends the wait, and no other timer before it. */
  readonly certain: boolean;
  /** The states that it may lead to, as the definition names them. */
  readonly targets: readonly string[];
  /** It ends the time for the task of its state. */
  readonly endsTask: boolean;
}

/** A report that a state listens for. */
export interface ReportHeard {
  readonly step: string;
  readonly event: string;
}

/** What a journey waits for besides its tasks, each with the path of the state that waits. */
export interface Waits {
  /** Requests that have not been answered. */
  readonly dispatches: readonly AwaitedAnswer[];
  /** What happens by itself; reminders are not among them. Earliest first. */
  readonly timers: readonly AwaitedTimer[];
  /** Journeys that were started and have not ended: the name each is remembered by, and its definition's id. */
  readonly journeys: readonly AwaitedJourney[];
  /** What an authority may report. */
  readonly reports: readonly ReportHeard[];
  /** Of these, what is expected, with the state that says so. */
  readonly awaited: readonly ReportHeard[];
}

interface Parts {
  readonly machine: CompiledMachine;
  readonly states: ReadonlyMap<string, StateDefinition>;
}

/** Of a journey that is over. */
export const NO_WAITS: Waits = { dispatches: [], timers: [], journeys: [], reports: [], awaited: [] };

/** Pending dispatches, timers and reports of a state. */
export function waitsOf({ machine, states }: Parts, state: JourneyState, active: readonly string[]): Waits {
  if (state.status !== 'active') return NO_WAITS;
  const dispatches = Object.entries(state.dispatches).map(([invoke, { seq, src }]) => ({
    step: stepOf(invoke),
    seq,
    service: src,
    skippable: isSkippable(states.get(stepOf(invoke)), indexOf(invoke)),
  }));
  const timers = Object.values(state.timers).flatMap(({ seq, due, event }) => {
    const origin = machine.timers.get(event.type);
    if (!origin || origin.reminder) return [];
    const { step, delay, leadsOn, timeAlone } = origin;
    const targets = targetsAfter(states.get(step), delay);
    const endsTask = states.get(step)?.task?.due === delay;
    return [{ step, seq, due, leadsOn, certain: timeAlone, targets, endsTask }];
  });
  timers.sort((a, b) => a.due - b.due || a.seq - b.seq);
  const isFirst = ({ step, seq }: AwaitedTimer): boolean =>
    timers.find(other => other.leadsOn && isWithin(step, other.step))?.seq === seq;
  const reports = ['', ...active].flatMap(path =>
    [...new Set(states.get(path)?.transitions.flatMap(reported))].map(event => ({ step: path, event })),
  );
  return {
    dispatches: dispatches.sort((a, b) => a.seq - b.seq),
    timers: timers.map(each => ({ ...each, certain: each.certain && isFirst(each) })),
    journeys: active.flatMap(path => joined(states.get(path), state)),
    reports,
    awaited: ['', ...active].flatMap(step =>
      (states.get(step)?.awaits ?? []).map(event => ({ step, event })),
    ),
  };
}

function targetsAfter(state: StateDefinition | undefined, delay: string): string[] {
  const ways = state?.transitions.filter(
    ({ trigger }) => trigger.kind === 'after' && trigger.delay === delay,
  );
  return (ways ?? []).flatMap(({ targetPaths }) => targetPaths.flatMap(path => path ?? []));
}

/** With a guard on every way, none might hold, and the journey would wait for ever. */
function isSkippable(state: StateDefinition | undefined, invoke: number): boolean {
  const ways = state?.transitions.filter(({ trigger: on }) => on.kind === 'skip' && on.invoke === invoke);
  return ways?.some(({ guard }) => guard === undefined) ?? false;
}

function joined(waiting: StateDefinition | undefined, { context }: JourneyState): AwaitedJourney[] {
  const name = waiting?.joins?.journey;
  const started = name === undefined ? undefined : startedAs(context, name);
  if (!waiting || name === undefined || !started || started.ended !== undefined) return [];
  const { journey, number } = started;
  return [{ step: waiting.path, name, journey, number }];
}

function reported({ trigger }: StateDefinition['transitions'][number]): string[] {
  return trigger.kind === 'report' ? [trigger.event] : [];
}
