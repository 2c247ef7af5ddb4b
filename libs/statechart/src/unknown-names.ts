import { type AnyStateMachine, type AnyStateNode } from 'xstate';
import { combinedGuards, delayOf, isNamed } from './xstate-internals.js';

/**
 * Static check of the names in a machine: guards and delays that it does not implement and services without a name,
 * one sentence each. XState would find out about a guard when it is first asked, and never about a delay: it takes an
 * unknown delay for none and sends the event at once.
 */
export function unknownNames(machine: AnyStateMachine, nodes: readonly AnyStateNode[]): string[] {
  const { guards, delays } = machine.implementations;
  const faults = new Set<string>();
  for (const node of nodes) {
    const place = `state '${node.path.join('.') || machine.id}'`;
    const transitions = [...node.transitions.values()].flat().concat(node.always ?? []);
    for (const name of transitions.flatMap(({ guard }) => guardNames(guard))) {
      if (!(name in guards)) faults.add(`has no guard '${name}', asked in ${place}; add it to \`guards\``);
    }
    for (const action of [...node.entry, ...node.exit, ...transitions.flatMap(({ actions }) => actions)]) {
      const delay = delayOf(action);
      if (typeof delay === 'string' && !(delay in delays)) {
        faults.add(`has no delay '${delay}', waited for in ${place}; add it to \`delays\``);
      }
    }
    if (!node.invoke.every(({ src }) => isNamed(src))) {
      faults.add(`invokes a service without a name in ${place}; write \`src: 'name'\``);
    }
  }
  return [...faults];
}

function guardNames(guard: unknown): string[] {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return [guard];
  if (typeof guard === 'function') return combinedGuards(guard).flatMap(guardNames);
  return [(guard as { type: string }).type];
}
