import {
  type AnyActorScope,
  type AnyHistoryValue,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyStateNode,
  type EventObject,
  type ExecutableActionObject,
  type StateValue,
} from 'xstate';
import { ChartError, type ChartErrorCode } from './chart-error.js';
import { type ChartState } from './chart-state.js';
import { configurationOf, type Configuration } from './configuration.js';
import { unknownNames } from './unknown-names.js';
import {
  byPosition,
  inertScope,
  namedNodes,
  snapshotOf,
  stateNodes,
  withoutActors,
} from './xstate-internals.js';

/** More microsteps than this in a macrostep, or macrosteps in a step, are a circle that would never end. */
export const MAX_STEPS = 1_000;

/** How many configurations of one machine are kept. */
const MAX_CONFIGURATIONS = 1_000;

/** A macrostep (SCXML): the snapshot it ends in, and the actions it asks for. */
export interface Macrostep {
  readonly snapshot: AnyMachineSnapshot;
  readonly actions: readonly ExecutableActionObject[];
}

/**
 * Interpreter of one machine without a live actor. What depends on the machine alone is done here, once: checking its
 * names, copying it with placeholders for its services, listing its states.
 */
export class Chart {
  readonly machine: AnyStateMachine;
  readonly scope: AnyActorScope;
  readonly #nodes: readonly AnyStateNode[];
  readonly #nodesById: ReadonlyMap<string, AnyStateNode>;
  readonly #configurations = new Map<string, Configuration>();
  #actions: ExecutableActionObject[] = [];

  constructor(machine: AnyStateMachine) {
    this.machine = withoutActors(machine, MAX_STEPS, (name, delay) => this.#delay(name, delay));
    this.scope = inertScope(
      action => this.#actions.push(action),
      () => {
        throw this.fault('unsupported', 'asks for a live actor through `self` or `system`; name an invoke');
      },
    );
    this.#nodes = stateNodes(this.machine);
    this.#nodesById = new Map(this.#nodes.map(node => [node.id, node]));
    const unknown = unknownNames(machine, this.#nodes);
    if (unknown.length) throw this.fault('unknownName', unknown.join('; it '));
    const twin = this.#nodes.find(node => this.#nodesById.get(node.id) !== node);
    if (twin) throw this.fault('unsupported', `has two states with the id '${twin.id}'; give each its own`);
  }

  /** Enters the first states. */
  enter(input: unknown): Macrostep {
    return this.#macrostep(
      () => 'on starting',
      () => {
        const snapshot = this.machine.getInitialSnapshot(this.scope, input);
        // XState hands out most of what is thrown on entering as a snapshot; it is a fault like any other.
        if (snapshot.status === 'error') throw snapshot.error;
        return snapshot;
      },
    );
  }

  macrostep(snapshot: AnyMachineSnapshot, event: EventObject): Macrostep {
    return this.#macrostep(
      () => `on event '${event.type}' in ${JSON.stringify(snapshot.value)}`,
      () => this.machine.transition(snapshot, event, this.scope),
    );
  }

  configuration(value: StateValue, order?: readonly number[]): Configuration {
    const configuration = this.find(value, order);
    if (configuration) return configuration;
    const what = `has no state ${JSON.stringify(value)}`;
    throw this.fault('unknownState', `${what}; continue a chart on the machine it began on`);
  }

  /** Nothing when these states are not a whole configuration of this machine. */
  find(value: StateValue, order?: readonly number[]): Configuration | undefined {
    const key = JSON.stringify(order ? [value, order] : value);
    let configuration = this.#configurations.get(key);
    if (!configuration) {
      configuration = this.#resolve(value, order);
      if (!configuration) return undefined;
      if (this.#configurations.size >= MAX_CONFIGURATIONS) this.#configurations.clear();
      this.#configurations.set(key, configuration);
    }
    return configuration;
  }

  /** The states that history states recall. */
  recall(history: ChartState['history']): AnyHistoryValue {
    const recalled: AnyHistoryValue = {};
    for (const id in history) recalled[id] = history[id]!.map(state => this.#node(state));
    return recalled;
  }

  fault(code: ChartErrorCode, what: string, options?: ErrorOptions): ChartError {
    return new ChartError(code, `machine '${this.machine.id}' ${what}`, options);
  }

  #node(id: string): AnyStateNode {
    const node = this.#nodesById.get(id);
    if (node) return node;
    throw this.fault('unknownState', `has no state '${id}'; continue a chart on the machine it began on`);
  }

  /** XState takes anything but a number for no delay at all, and sends the event at once. */
  #delay(name: string, delay: unknown): number {
    if (typeof delay === 'number') return delay;
    throw name in this.machine.implementations.delays
      ? this.fault('failed', `waits for a number of milliseconds, but delay '${name}' is ${String(delay)}`)
      : this.fault('unknownName', `has no delay '${name}'; add it to \`delays\``);
  }

  #macrostep(when: () => string, take: () => AnyMachineSnapshot): Macrostep {
    this.#actions = [];
    try {
      return { snapshot: take(), actions: this.#actions };
    } catch (cause) {
      if (cause instanceof ChartError) throw cause;
      const why = cause instanceof Error ? cause.message : String(cause);
      throw this.fault('failed', `failed ${when()}: ${why}`, { cause });
    }
  }

  #resolve(value: StateValue, order: readonly number[] | undefined): Configuration | undefined {
    const named = order?.map(position => this.#nodes[position]) ?? namedNodes(this.machine.root, value);
    const nodes = named.filter(node => node !== undefined);
    if (nodes.length < named.length) return undefined;
    const snapshot = snapshotOf(this.machine, this.scope, order ? nodes : nodes.sort(byPosition));
    // XState fills in, without a word and without entering them, the regions that a value leaves out.
    return isSameValue(value, snapshot.value) ? configurationOf(snapshot) : undefined;
  }
}

function isSameValue(a: StateValue, b: StateValue | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(key => isSameValue(a[key]!, b[key]));
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
