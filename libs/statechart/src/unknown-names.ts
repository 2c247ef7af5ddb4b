import { type AnyStateMachine, type AnyStateNode } from 'xstate';

/**
 * The guards and delays that a machine names and does not implement, and what in it has no name at all, one
 * sentence each. XState would find out about a guard when it is first asked, and never about a delay: it takes an
 * unknown delay for none and sends the event at once.
 */
export function unknownNames(machine: AnyStateMachine): string[] {
  const { guards, delays } = machine.implementations;
  const faults = new Set<string>();
  const visit = (node: AnyStateNode) => {
    const place = `state '${node.path.join('.') || machine.id}'`;
    const transitions = [...node.transitions.values()].flat().concat(node.always ?? []);
    for (const name of transitions.flatMap(transition => guardNames(transition.guard))) {
      if (!(name in guards)) faults.add(`has no guard '${name}', asked in ${place}; add it to \`guards\``);
    }
    for (const action of [...node.entry, ...node.exit, ...transitions.flatMap(({ actions }) => actions)]) {
      const name = delayName(action);
      if (name !== undefined && !(name in delays)) {
        faults.add(`has no delay '${name}', waited for in ${place}; add it to \`delays\``);
      }
    }
    for (const invoke of node.invoke) {
      if (String(invoke.src).startsWith('xstate.invoke.')) {
        faults.add(`invokes a service without a name in ${place}; write \`src: 'name'\``);
      }
    }
    Object.values(node.states).forEach(visit);
  };
  visit(machine.root);
  return [...faults];
}

/** `not`, `and` and `or` are functions that carry the guards they combine. */
function guardNames(guard: unknown): string[] {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return [guard];
  if (typeof guard === 'function') {
    const { guards } = guard as { guards?: readonly unknown[] };
    return (guards ?? []).flatMap(guardNames);
  }
  return [(guard as { type: string }).type];
}

/** `raise` and `sendTo` are functions that carry their delay. */
function delayName(action: unknown): string | undefined {
  if (typeof action !== 'function') return undefined;
  const { delay } = action as { delay?: unknown };
  return typeof delay === 'string' ? delay : undefined;
}
