import { didYouMean } from '#journey';
import { type Rule } from '../rule.js';

export const unknownInitial: Rule = {
  code: 'unknown-initial',
  title: 'a state with states inside it begins in one of them',
  severity: 'error',
  *find(context) {
    for (const state of context.states) {
      if (state.type !== 'compound') continue;
      const keys = state.states.map(({ key }) => key);
      const name = state.path || 'The machine';
      if (state.initial === undefined) {
        yield {
          place: context.at(...state.at),
          key: true,
          message: `${name} does not say in which of its states it begins.`,
          remedy: `Add initial: ${keys[0]}, or type: parallel when all are active at once.`,
        };
      } else if (!keys.includes(state.initial)) {
        yield {
          place: context.at(...state.at, 'initial'),
          message: `${name} begins in ${state.initial}, which is not inside it.`,
          remedy: didYouMean(state.initial, keys, 'Name a state directly inside it.'),
        };
      }
    }
  },
};
