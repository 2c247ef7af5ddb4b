import {
  createEmptyActor,
  fromTransition,
  type AnyActorRef,
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyStateNode,
  type EventObject,
  type ExecutableActionObject,
  type StateValue,
} from 'xstate';

/**
 * Everything of XState beyond its documented interface, in one place: read at this version, to be read again before
 * another one is used. What ends up in stored states (positions of states, ids of history states, names of events) is
 * held by `test/conformance/statechart/stored-states`.
 */
export const XSTATE_VERSION = '5.33.3';

/** Placeholder logic: XState makes an actor for whatever it spawns. None is ever started. */
const placeholder = fromTransition(state => state, null);

/** A copy of a machine that spawns placeholders, has its delays checked, and gives up after so many microsteps. */
export function withoutActors(
  machine: AnyStateMachine,
  maxMicrosteps: number,
  checked: (name: string, delay: unknown) => number,
): AnyStateMachine {
  const copy = machine.provide({});
  copy.implementations.actors = new Proxy({}, { get: () => placeholder });
  copy.implementations.delays = new Proxy(machine.implementations.delays, {
    get: (delays, name: string) => (args: unknown, params: unknown) => {
      const delay: unknown = delays[name];
      return checked(name, typeof delay === 'function' ? delay(args, params) : delay);
    },
  });
  const maxIterations = Math.min(machine.options.maxIterations ?? Infinity, maxMicrosteps);
  copy.options = { ...machine.options, maxIterations };
  return copy;
}

/** An actor scope without a live actor: actions are collected and nothing is executed. */
export function inertScope(
  collect: (action: ExecutableActionObject) => void,
  refuse: () => never,
): AnyActorScope {
  const self = createEmptyActor();
  Object.assign(self, { send: refuse, getSnapshot: refuse });
  // Every chart has children of the same `systemId`; XState would refuse the second.
  Object.assign(self.system, { get: refuse, getAll: refuse, _set: () => {} });
  return {
    self,
    id: self.id,
    sessionId: self.sessionId,
    system: self.system,
    logger: () => {},
    defer: () => {},
    emit: () => {},
    stopChild: () => {},
    actionExecutor: collect,
  };
}

/** All states of a machine by their position (XState's `order`): parents before children, as they are written. */
export function stateNodes(machine: AnyStateMachine): AnyStateNode[] {
  const nodes: AnyStateNode[] = [machine.root];
  for (const node of nodes) nodes.push(...Object.values(node.states as Record<string, AnyStateNode>));
  return nodes.sort(byPosition);
}

/** The active states of a snapshot, in the order in which XState takes simultaneous transitions. */
export function activeNodes(snapshot: AnyMachineSnapshot): readonly AnyStateNode[] {
  return snapshot._nodes;
}

export function positionOf(node: AnyStateNode): number {
  return node.order;
}

export function byPosition(a: AnyStateNode, b: AnyStateNode): number {
  return a.order - b.order;
}

/** The states that a state value names, with the root. */
export function namedNodes(node: AnyStateNode | undefined, value: StateValue): (AnyStateNode | undefined)[] {
  if (!node) return [node];
  if (typeof value === 'string') return [node, node.states[value]];
  return [node, ...Object.keys(value).flatMap(key => namedNodes(node.states[key], value[key]!))];
}

/** An active snapshot with these states active, in this order, and nothing else in it. */
export function snapshotOf(
  machine: AnyStateMachine,
  scope: AnyActorScope,
  nodes: readonly AnyStateNode[],
): AnyMachineSnapshot {
  const initial = machine.resolveState({ value: {}, context: {} });
  const snapshot = { ...initial, status: 'active', _nodes: nodes } as AnyMachineSnapshot;
  // XState works out value and tags from the active states whenever it makes a new snapshot; stopping makes one. The
  // properties of a value are in the order of the states, in which it takes simultaneous transitions.
  const stopped = machine.transition(snapshot, { type: 'xstate.stop' }, scope);
  return { ...stopped, status: 'active' } as AnyMachineSnapshot;
}

/** A child that is no actor: XState asks nothing of a child that is restored but its id. */
export function childRef(id: string): AnyActorRef {
  return { id } as AnyActorRef;
}

export interface SpawnParams {
  readonly src: unknown;
  readonly input: unknown;
  readonly actorRef: AnyActorRef;
}

export interface RaiseParams {
  readonly event: EventObject;
  readonly id: string | undefined;
  readonly delay: number | undefined;
}

export interface SendParams extends RaiseParams {
  readonly to: AnyActorRef;
}

/** Built-in actions as the interpreter hands them out, with what they were computed to. */
export type XStateAction =
  | { readonly type: 'xstate.spawnChild'; readonly params: SpawnParams }
  | { readonly type: 'xstate.stopChild'; readonly params: AnyActorRef | undefined }
  | { readonly type: 'xstate.raise'; readonly params: RaiseParams }
  | { readonly type: 'xstate.cancel'; readonly params: { readonly sendId: string } }
  | { readonly type: 'xstate.sendTo'; readonly params: SendParams }
  | { readonly type: 'xstate.emit'; readonly params: { readonly event: EventObject } }
  | { readonly type: 'xstate.log'; readonly params: { readonly value: unknown; readonly label?: string } };

/** An actor without an id of its own is called by its session id, which is another one each time. */
export function hasOwnId(actor: AnyActorRef): boolean {
  return actor.id !== actor.sessionId;
}

/** Whether a service goes by a name; XState makes one up for logic that is written in place. */
export function isNamed(src: unknown): src is string {
  return typeof src === 'string' && !src.startsWith('xstate.invoke.');
}

/** The delay that `raise` and `sendTo` carry. */
export function delayOf(action: unknown): unknown {
  return typeof action === 'function' ? (action as { delay?: unknown }).delay : undefined;
}

/** The guards that `not`, `and` and `or` combine. */
export function combinedGuards(guard: object): readonly unknown[] {
  return (guard as { guards?: readonly unknown[] }).guards ?? [];
}

export function doneEvent(actorId: string, output: unknown) {
  return { type: `xstate.done.actor.${actorId}`, output, actorId };
}

export function errorEvent(actorId: string, error: unknown) {
  return { type: `xstate.error.actor.${actorId}`, error, actorId };
}

/** Whether only XState itself makes events of this type. */
export function isReserved(type: string): boolean {
  return type.startsWith('xstate.') && type !== 'xstate.route';
}
