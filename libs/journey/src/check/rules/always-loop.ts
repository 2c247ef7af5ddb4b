import type { Rule } from '../rule.js';
import { triggerPlace } from '../transition-place.js';

export const alwaysLoop: Rule = {
  code: 'always-loop',
  title: 'transitions that are always taken do not lead in a circle',
  severity: 'error',
  *find(subject) {
    const next = new Map<string, string>();
    for (const { state, transition } of subject.transitions) {
      const [target] = transition.targetPaths;
      if (transition.trigger.kind !== 'always' || transition.guard !== undefined || target === undefined)
        continue;
      next.set(state.path, innermost(target));
    }
    const told = new Set<string>();
    for (const start of next.keys()) {
      const way = [start];
      for (let at = next.get(start); at !== undefined && !way.includes(at); at = next.get(at)) way.push(at);
      const back = next.get(way.at(-1) as string);
      if (back !== start || told.has(start)) continue;
      way.forEach(path => told.add(path));
      const state = subject.stateAt(start);
      const transition = state?.transitions.find(({ trigger }) => trigger.kind === 'always');
      if (!state || !transition) continue;
      yield {
        place: triggerPlace(subject, state, transition),
        key: true,
        message: `This leads in a circle without ever waiting: ${[...way, start].join(' → ')}.`,
        remedy: 'Give one of the transitions a guard, or wait for something in one of the states.',
      };
    }

    function innermost(path: string): string {
      const state = subject.stateAt(path);
      const initial = state?.states.find(({ key }) => key === state.initial);
      return initial ? innermost(initial.path) : path;
    }
  },
};
