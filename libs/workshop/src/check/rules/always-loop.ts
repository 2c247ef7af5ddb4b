import { type Rule } from '../rule.js';
import { triggerPlace } from '../transition-place.js';

export const alwaysLoop: Rule = {
  code: 'always-loop',
  title: 'transitions that are always taken do not lead in a circle',
  severity: 'error',
  *find(context) {
    const next = new Map<string, string>();
    for (const { state, transition } of context.transitions) {
      const [target] = transition.targetPaths;
      if (transition.trigger.kind !== 'always' || transition.guard !== undefined || target === undefined)
        continue;
      next.set(state.path, innermost(target));
    }
    for (const circle of circlesOf(next)) {
      const [start = ''] = circle;
      const state = context.stateAt(start);
      const transition = state?.transitions.find(({ trigger }) => trigger.kind === 'always');
      if (!state || !transition) continue;
      yield {
        place: triggerPlace(context, state, transition),
        key: true,
        message: `This leads in a circle without ever waiting: ${[...circle, start].join(' → ')}.`,
        remedy: 'Give one of the transitions a guard, or wait for something in one of the states.',
      };
    }

    function innermost(path: string): string {
      const state = context.stateAt(path);
      const initial = state?.states.find(({ key }) => key === state.initial);
      return initial ? innermost(initial.path) : path;
    }
  },
};

/** Every circle that single steps lead in, from the first of it on. Takes each step once. */
function circlesOf(next: ReadonlyMap<string, string>): string[][] {
  const order = new Map([...next.keys()].map((path, index) => [path, index]));
  const seen = new Set<string>();
  const circles: string[][] = [];
  for (const start of next.keys()) {
    const way = new Map<string, number>();
    let at: string | undefined = start;
    for (; at !== undefined && !seen.has(at); at = next.get(at)) {
      seen.add(at);
      way.set(at, way.size);
    }
    const from = at === undefined ? undefined : way.get(at);
    if (from === undefined) continue;
    const circle = [...way.keys()].slice(from);
    const ranks = circle.map(path => order.get(path) ?? Infinity);
    const first = ranks.indexOf(Math.min(...ranks));
    circles.push([...circle.slice(first), ...circle.slice(0, first)]);
  }
  return circles;
}
