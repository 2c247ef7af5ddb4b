import { type Definition, everyState, type TransitionDefinition } from '#journey';
import { type ScenarioResult } from './play-scenario.js';

/** Which parts of one version its scenarios walk. */
export interface Coverage {
  readonly definition: Definition;
  readonly states: Covered<string>;
  readonly transitions: Covered<TransitionDefinition>;
}

export interface Covered<T> {
  readonly all: readonly T[];
  readonly missed: readonly T[];
}

/** State and transition coverage of a version by its scenarios, played with `trace`. */
export function coverageOf(definition: Definition, results: readonly ScenarioResult[]): Coverage {
  const entered = new Set(results.flatMap(result => [...result.entered]));
  const walked = new Set(results.flatMap(result => [...result.walked]));
  const all = everyState(definition.machine).filter(({ type }) => type !== 'history');
  const states = all.map(({ path }) => path).filter(path => path !== '');
  const transitions = all.flatMap(state => state.transitions);
  return {
    definition,
    states: { all: states, missed: states.filter(path => !entered.has(path)) },
    transitions: { all: transitions, missed: transitions.filter(({ id }) => !walked.has(id)) },
  };
}

/** Covered parts in whole percent, rounded down so that 100 means all of them. */
export function percentCovered({ all, missed }: Covered<unknown>): number {
  return all.length === 0 ? 100 : Math.floor(((all.length - missed.length) / all.length) * 100);
}
