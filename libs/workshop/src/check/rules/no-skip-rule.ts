import { type Rule } from '../rule.js';

export const noSkipRule: Rule = {
  code: 'no-skip-rule',
  title: 'every request says what follows when operations go on without an answer',
  severity: 'warning',
  *find(context) {
    for (const state of context.states) {
      for (const [index, { src, unskippable, at }] of state.invokes.entries()) {
        const handled = state.transitions.some(
          ({ trigger }) => trigger.kind === 'skip' && trigger.invoke === index,
        );
        if (handled || unskippable) continue;
        yield {
          place: context.at(...at, 'src'),
          message: `${state.path} does not say what follows when ${src} is skipped.`,
          remedy: 'Add skipped with a state that says what is done by hand, or skipped: never.',
        };
      }
    }
  },
};
