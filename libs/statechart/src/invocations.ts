import {
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateNode,
  type EventObject,
  stopChild,
  type UnknownAction,
} from 'xstate';

interface Invocation {
  readonly id: string;
  readonly src: unknown;
  readonly input?: unknown;
}

/**
 * Invokes without an actor. On entering a state XState makes one for each service that it invokes, with a mailbox, observers
 * and a scope of its own; nobody would ever start it, and it was a twentieth of what a step costs. Here all that stands for it
 * is its id. Like XState, after the state's entry actions and after its exit actions.
 */
export function invokeWithoutActors(node: AnyStateNode): void {
  const invoked: readonly Invocation[] = node.invoke;
  if (invoked.length === 0) return;
  node.entry.push(...invoked.map(spawning));
  node.exit.push(...invoked.map(({ id }) => stopChild(id)));
  Object.defineProperty(node, 'invoke', { value: [] });
}

/** What XState's own `spawnChild` gives, in the shape that its interpreter looks for. */
function spawning({ id, src, input }: Invocation): UnknownAction {
  const resolve = (
    { self }: AnyActorScope,
    snapshot: AnyMachineSnapshot,
    { event }: { readonly event: EventObject },
  ) => {
    const given: unknown =
      typeof input === 'function' ? input({ context: snapshot.context, event, self }) : input;
    const actorRef = { id };
    const children = Object.assign({}, snapshot.children, { [id]: actorRef });
    return [
      { ...snapshot, children },
      { id, src, input: given, actorRef },
    ];
  };
  return Object.assign(() => undefined, { type: 'xstate.spawnChild', resolve, execute: () => undefined });
}
