import { type Rule } from '../rule.js';

/** Without `onDone` an answer changes nothing, so that the state is left by what was meant for the case that none comes. */
export const missingAnswer: Rule = {
  code: 'missing-answer',
  title: 'every request says what comes of its answer',
  severity: 'error',
  *find(context) {
    for (const state of context.states) {
      for (const [index, { src, at }] of state.invokes.entries()) {
        const handled = state.transitions.some(
          ({ trigger }) => trigger.kind === 'answer' && trigger.invoke === index,
        );
        const reported = state.transitions.some(({ trigger }) => trigger.kind === 'report');
        // Where the answer only says "received", what comes of it is reported.
        if (handled || reported || !context.catalogue.service(src)) continue;
        yield {
          place: context.at(...at, 'src'),
          message: `${src} answers, and ${state.path} does nothing with it.`,
          remedy: 'Add onDone with the state that comes next.',
        };
      }
    }
  },
};
