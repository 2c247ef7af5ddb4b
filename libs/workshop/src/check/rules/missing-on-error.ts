import { type Rule } from '../rule.js';

export const missingOnError: Rule = {
  code: 'missing-on-error',
  title: 'every request says what happens when it is refused',
  severity: 'error',
  *find(context) {
    for (const state of context.states) {
      for (const [index, { src, at }] of state.invokes.entries()) {
        const handled = state.transitions.some(
          ({ trigger }) => trigger.kind === 'refusal' && trigger.invoke === index,
        );
        const contract = context.catalogue.service(src);
        // What is unknown is told as unknown.
        if (handled || !contract || Object.keys(contract.refusals).length === 0) continue;
        yield {
          place: context.at(...at, 'src'),
          message: `${src} may refuse, and ${state.path} has no onError.`,
          remedy: 'Add onError with a way on, such as a person who looks at it.',
        };
      }
    }
  },
};
