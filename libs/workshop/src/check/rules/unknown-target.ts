import { didYouMean } from '#journey';
import { type Rule } from '../rule.js';
import { targetPlace } from '../transition-place.js';

export const unknownTarget: Rule = {
  code: 'unknown-target',
  title: 'a transition leads to a state that exists',
  severity: 'error',
  *find(context) {
    for (const { state, transition } of context.transitions) {
      for (const [index, target] of transition.targets.entries()) {
        if (transition.targetPaths[index] !== undefined) continue;
        const beside = context.parent(state)?.states.map(({ key }) => key) ?? [];
        const inside = state.states.map(({ key }) => `.${key}`);
        const byId = context.states.flatMap(({ id }) => (id === undefined ? [] : [`#${id}`]));
        yield {
          place: targetPlace(context, transition, index),
          message: `${state.path || 'The machine'} leads to ${target}, which does not exist.`,
          remedy: didYouMean(target, [...beside, ...inside, ...byId], 'Name a state beside this one.'),
        };
      }
    }
  },
};
