import {
  type AnyActorRef,
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyStateNode,
  createEmptyActor,
  type EventObject,
  type ExecutableActionObject,
  fromTransition,
  type StateValue,
} from 'xstate';
import { ChartError, type ChartErrorCode } from './chart-error.js';
import { invokeWithoutActors } from './invocations.js';
import { unknownNames } from './unknown-names.js';

/**
 * More microsteps than this without coming to rest, or events that a machine sends to itself, are a circle that would
 * never end.
 */
export const MOST_STEPS = 1_000;

/** How many configurations of one machine are kept ready to be continued from. */
const MOST_AT_REST = 1_000;

/** Stands in for every service that is spawned: XState wants an actor to name, but none is ever started. */
const nobody = fromTransition(state => state, null);

export interface Moved {
  readonly snapshot: AnyMachineSnapshot;
  readonly actions: readonly ExecutableActionObject[];
}

/**
 * A machine made ready to be stepped without a live actor. Everything that depends on the machine alone is done
 * here, once: checking its names, cloning it with placeholders for its services, listing its states.
 */
export class Chart {
  readonly machine: AnyStateMachine;
  /** Every state, by its position in the machine: parents before children, in the order they are written. */
  readonly nodes: readonly AnyStateNode[];
  readonly self: AnyActorRef = createEmptyActor();
  readonly #byId: ReadonlyMap<string, AnyStateNode>;
  readonly #scope: AnyActorScope;
  readonly #atRest = new Map<string, AnyMachineSnapshot>();
  /** The same, by the very value: a state that was just made is asked about several times before it has moved on. */
  readonly #atRestByValue = new WeakMap<object, AnyMachineSnapshot>();
  #taken: ExecutableActionObject[] = [];

  constructor(machine: AnyStateMachine) {
    const unknown = unknownNames(machine);
    if (unknown.length) {
      throw new ChartError('unknownName', `machine '${machine.id}' ${unknown.join('; it ')}`);
    }
    this.machine = machine.provide({});
    this.machine.implementations.actors = new Proxy({}, { get: () => nobody });
    this.machine.implementations.delays = new Proxy(machine.implementations.delays, {
      get: (delays, name: string) => (now: unknown, params: unknown) =>
        this.#delay(delays[name], name, now, params),
    });
    this.machine.options = {
      ...machine.options,
      maxIterations: Math.min(machine.options.maxIterations ?? Infinity, MOST_STEPS),
    };
    this.nodes = [...withDescendants(this.machine.root)].sort((a, b) => a.order - b.order);
    this.nodes.forEach(invokeWithoutActors);
    this.#byId = new Map(this.nodes.map(node => [node.id, node]));
    // Every journey has a child of the same `systemId`; XState would refuse the second.
    Object.assign(this.self.system, { _set: () => {} });
    this.#scope = {
      self: this.self,
      id: this.self.id,
      sessionId: this.self.sessionId,
      system: this.self.system,
      logger: () => {},
      defer: () => {},
      emit: () => {},
      stopChild: () => {},
      actionExecutor: action => this.#taken.push(action),
    };
  }

  enter(input: unknown): Moved {
    const moved = this.#collect(() => this.machine.getInitialSnapshot(this.#scope, input));
    // XState hands out what was thrown while entering the first states as a snapshot; it is a fault like any other.
    if (moved.snapshot.status === 'error') throw this.#failure('on starting', moved.snapshot.error);
    return moved;
  }

  step(snapshot: AnyMachineSnapshot, event: EventObject): Moved {
    try {
      return this.#collect(() => this.machine.transition(snapshot, event, this.#scope));
    } catch (cause) {
      throw this.#failure(`on event '${event.type}' in ${JSON.stringify(snapshot.value)}`, cause);
    }
  }

  /** A snapshot with these states active, in this order if one is given, and nothing else in it. */
  resting(value: StateValue, order?: readonly number[]): AnyMachineSnapshot {
    if (typeof value === 'string' || order) return this.#restingAs(value, order);
    let snapshot = this.#atRestByValue.get(value);
    if (!snapshot) {
      snapshot = this.#restingAs(value);
      this.#atRestByValue.set(value, snapshot);
    }
    return snapshot;
  }

  #restingAs(value: StateValue, order?: readonly number[]): AnyMachineSnapshot {
    const key = JSON.stringify([value, order]);
    let snapshot = this.#atRest.get(key);
    if (!snapshot) {
      snapshot = this.#resolve(value, order);
      if (this.#atRest.size >= MOST_AT_REST) this.#atRest.clear();
      this.#atRest.set(key, snapshot);
    }
    return snapshot;
  }

  node(id: string): AnyStateNode {
    const node = this.#byId.get(id);
    if (!node)
      throw this.fault('unknownState', `has no state '${id}'; continue a chart on the machine it began on`);
    return node;
  }

  fault(code: ChartErrorCode, what: string): ChartError {
    return new ChartError(code, `machine '${this.machine.id}' ${what}`);
  }

  /** XState takes anything but a number for no delay at all, and sends the event at once. */
  #delay(delay: unknown, name: string, now: unknown, params: unknown): number {
    if (delay === undefined) throw this.fault('unknownName', `has no delay '${name}'; add it to \`delays\``);
    const value: unknown = typeof delay === 'function' ? delay(now, params) : delay;
    if (typeof value === 'number') return value;
    throw this.fault(
      'failed',
      `cannot wait: delay '${name}' is ${String(value)}; a delay is a number of milliseconds`,
    );
  }

  #failure(when: string, cause: unknown): ChartError {
    if (cause instanceof ChartError) return cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    return new ChartError('failed', `machine '${this.machine.id}' failed ${when}: ${why}`, { cause });
  }

  #collect(move: () => AnyMachineSnapshot): Moved {
    this.#taken = [];
    const snapshot = move();
    return { snapshot, actions: this.#taken };
  }

  #resolve(value: StateValue, order: readonly number[] | undefined): AnyMachineSnapshot {
    try {
      const snapshot = this.machine.resolveState({ value: asWritten(value, this.machine.root), context: {} });
      const active = order
        ? order.map(position => this.nodes[position]!)
        : snapshot._nodes.toSorted((a, b) => a.order - b.order);
      // XState takes transitions of parallel states in the order of the properties of `value`, and works that out
      // from the active states whenever it makes a new snapshot; stopping makes one.
      const stopped = this.machine.transition(
        { ...snapshot, _nodes: active },
        { type: 'xstate.stop' },
        this.#scope,
      );
      return { ...snapshot, _nodes: active, value: stopped.value };
    } catch (cause) {
      const message = `machine '${this.machine.id}' has no state ${JSON.stringify(value)}; continue a chart on the machine it began on`;
      throw new ChartError('unknownState', message, { cause });
    }
  }
}

/** The properties of a state value in the order the machine is written, whatever a store has made of it. */
function asWritten(value: StateValue, node: AnyStateNode | undefined): StateValue {
  if (typeof value === 'string') return value;
  const position = (key: string) => (node?.states[key] as AnyStateNode | undefined)?.order ?? -1;
  const keys = Object.keys(value).sort((a, b) => position(a) - position(b));
  return Object.fromEntries(keys.map(key => [key, asWritten(value[key]!, node?.states[key])]));
}

function* withDescendants(node: AnyStateNode): Generator<AnyStateNode> {
  yield node;
  for (const child of Object.values(node.states)) yield* withDescendants(child as AnyStateNode);
}

const charts = new WeakMap<AnyStateMachine, Chart>();

export function chartOf(machine: AnyStateMachine): Chart {
  let chart = charts.get(machine);
  if (!chart) {
    chart = new Chart(machine);
    charts.set(machine, chart);
  }
  return chart;
}
