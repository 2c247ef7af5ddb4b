import { cancels, isWithin, type StateDefinition } from '#journey';
import { canBeDone } from '../can-be-done.js';
import { type CheckContext } from '../check-context.js';
import { componentsOf } from './components.js';
import { expectedExits, isOpenEnded } from './expected-exits.js';
import { entered, opened, waysIn, whenDone } from './state-ways.js';

const END = 'the end';

/**
 * *Liveness* by backward reachability: the states from which no end is reached by what is expected, one for each circle that
 * they lead in. In a region any way out of the parallel state is an end as well.
 */
export function endlessCircles(context: CheckContext): StateDefinition[] {
  const next = waysOnward(context);
  const ending = leadingTo(END, next);
  const components = componentsOf(next);
  const isIn = (node: string, component: number | undefined): boolean => components.get(node) === component;
  const circling = new Set<number | undefined>();
  const leaving = new Set<number | undefined>();
  for (const [from, targets] of next) {
    const component = components.get(from);
    for (const to of targets) (isIn(to, component) ? circling : leaving).add(component);
  }
  const told = new Set<number | undefined>();
  return context.states.filter(state => {
    const component = components.get(entered(state.path));
    // A circle that leads on to where something else is wrong, or that never waits, is told as that.
    if (!circling.has(component) || leaving.has(component) || told.has(component)) return false;
    const waits = expectedExits(context, state).some(({ trigger }) => trigger.kind !== 'always');
    if (!waits || ending.has(entered(state.path)) || !context.flow.within(state.path)) return false;
    if (context.ancestors(state).some(isNeverDone)) return false;
    told.add(component);
    return true;
  });
}

/** That a state is never done is told where it says onDone. */
function isNeverDone(state: StateDefinition): boolean {
  return !canBeDone(state) && state.transitions.some(({ trigger }) => trigger.kind === 'done');
}

function waysOnward(context: CheckContext): Map<string, Set<string>> {
  const next = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => {
    next.set(from, (next.get(from) ?? new Set()).add(to));
  };
  const exits = exitsOfParallels(context);
  for (const { from, to } of waysIn(context)) {
    // What has states inside is only passed through.
    if (!context.stateAt(to)?.states.length) add(from, to);
  }
  for (const state of context.states) {
    const node = entered(state.path);
    if (state.type === 'final') {
      const parent = context.parent(state);
      const onward = parent && parent.path !== '' ? whenDone(context, parent) : [];
      if (onward.length === 0) add(node, END);
      for (const path of onward.flatMap(({ targetPaths }) => targetPaths))
        if (path !== undefined) add(node, opened(path));
      continue;
    }
    if (state.states.length > 0) continue;
    if (isOpenEnded(context, state)) add(node, END);
    for (const exit of expectedExits(context, state)) {
      if (cancels(exit)) add(node, END);
      for (const path of exit.targetPaths) if (path !== undefined) add(node, opened(path));
    }
    for (const { path } of context.ancestors(state)) if (exits.has(path)) add(node, outOf(path));
  }
  for (const [parallel, targets] of exits) for (const path of targets) add(outOf(parallel), opened(path));
  return next;
}

/** Whatever in a parallel state leads out of it ends all its regions. */
function exitsOfParallels(context: CheckContext): ReadonlyMap<string, ReadonlySet<string>> {
  const exits = new Map<string, Set<string>>();
  for (const { state, transition } of context.transitions) {
    if (state.states.length > 0) continue;
    for (const { type, path: parallel } of context.ancestors(state)) {
      if (type !== 'parallel') continue;
      for (const path of transition.targetPaths) {
        if (path === undefined || isWithin(path, parallel)) continue;
        exits.set(parallel, (exits.get(parallel) ?? new Set()).add(path));
      }
    }
  }
  return exits;
}

function outOf(parallel: string): string {
  return `${parallel}<`;
}

function leadingTo(end: string, next: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const before = new Map<string, string[]>();
  for (const [from, targets] of next) {
    for (const to of targets) {
      const known = before.get(to);
      if (known) known.push(from);
      else before.set(to, [from]);
    }
  }
  const found = new Set([end]);
  for (const node of found) (before.get(node) ?? []).forEach(from => found.add(from));
  return found;
}
