import { type AnyMachineSnapshot, type AnyStateNode } from 'xstate';
import { activeNodes, byPosition } from './xstate-internals.js';

/** A state below the root of the machine. */
export interface ActiveState {
  /** Keys from the root down: `underWay.population.registering`. */
  readonly path: string;
  readonly id: string;
  readonly type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  readonly tags: readonly string[];
  /** What the machine's author wrote beside the state; XState gives it no meaning. */
  readonly meta: unknown;
}

/** A configuration (SCXML): a set of active states, and what follows from it alone. */
export interface Configuration {
  /** To continue from. */
  readonly snapshot: AnyMachineSnapshot;
  /** In the order in which XState has them. */
  readonly nodes: readonly AnyStateNode[];
  /** Parents before children, in the order the machine is written; without the root. */
  readonly states: readonly ActiveState[];
  /** Ids of the services that these states invoke. */
  readonly invokes: readonly string[];
}

export function configurationOf(snapshot: AnyMachineSnapshot): Configuration {
  const nodes = activeNodes(snapshot);
  const states = nodes
    .filter(({ parent }) => parent)
    .sort(byPosition)
    .map(({ path, id, type, tags, meta }) => ({
      path: path.join('.'),
      id,
      type,
      tags,
      meta: meta as unknown,
    }));
  return { snapshot, nodes, states, invokes: nodes.flatMap(({ invoke }) => invoke.map(({ id }) => id)) };
}
