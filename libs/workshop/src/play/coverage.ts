import { type Definition, everyState, type PartUse, type TransitionDefinition } from '#journey';
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

/**
 * State and transition coverage of a version by its scenarios, played with `trace`. The members of an `each` are one: what a scenario
 * walks in any of their regions is walked. So are the uses of a part in what it does within itself; each use is walked by its ways out.
 */
export function coverageOf(definition: Definition, results: readonly ScenarioResult[]): Coverage {
  const shared = sharedPath(definition);
  // A timer of a part goes by the path of its use.
  const keyOf = (transition: TransitionDefinition): string => {
    const use = useWithin(definition, transition);
    return transition.id
      .split(' ')
      .map(word => (use && isIn(word, use) ? `${use.part}:${word.slice(use.path.length)}` : shared(word)))
      .join(' ');
  };
  const entered = new Set(results.flatMap(result => [...result.entered].map(shared)));
  const walked = new Set(results.flatMap(result => [...result.walked]));
  const all = everyState(definition.machine).filter(({ type }) => type !== 'history');
  const states = [...new Set(all.map(({ path }) => shared(path)).filter(path => path !== ''))];
  const every = all.flatMap(state => state.transitions);
  const walkedKeys = new Set(every.filter(({ id }) => walked.has(id)).map(keyOf));
  const transitions = [...new Map(every.toReversed().map(each => [keyOf(each), each])).values()].toReversed();
  return {
    definition,
    states: { all: states, missed: states.filter(path => !entered.has(path)) },
    transitions: { all: transitions, missed: transitions.filter(each => !walkedKeys.has(keyOf(each))) },
  };
}

/** The use of the part in which a transition is written and stays; undefined for a way out, and outside of parts. */
function useWithin(
  { expansion }: Definition,
  { at, source, targetPaths }: TransitionDefinition,
): PartUse | undefined {
  const written = expansion.origins.of(at).source;
  return expansion.uses
    .filter(use => use.source === written && [source, ...targetPaths].every(path => isIn(path ?? '', use)))
    .sort((one, other) => other.path.length - one.path.length)[0];
}

function isIn(path: string, use: PartUse): boolean {
  return path === use.path || path.startsWith(`${use.path}.`);
}

/** The path that all members of an `each` share, for a path in the region of one. */
function sharedPath({ expansion }: Definition): (path: string) => string {
  const members = new Map(expansion.uses.flatMap(({ path, member }) => (member ? [[path, member.of]] : [])));
  if (members.size === 0) return path => path;
  return path => {
    const keys = path.split('.');
    return keys
      .map((key, depth) => {
        const of = members.get(keys.slice(0, depth + 1).join('.'));
        return of === undefined ? key : of.slice(of.lastIndexOf('.') + 1);
      })
      .join('.');
  };
}

/** Covered parts in whole percent, rounded down so that 100 means all of them. */
export function percentCovered({ all, missed }: Covered<unknown>): number {
  return all.length === 0 ? 100 : Math.floor(((all.length - missed.length) / all.length) * 100);
}
