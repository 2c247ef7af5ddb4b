import { type Rule } from '../rule.js';

export const misplacedOutcome: Rule = {
  code: 'misplaced-outcome',
  title: 'what came of something is said where it ends',
  severity: 'error',
  *find(context) {
    for (const { path, type, outcome } of context.states) {
      if (!outcome || type === 'final') continue;
      yield {
        place: context.at(...outcome.at),
        message: `${path} is not final, and says what came of it.`,
        remedy: 'Move the outcome to the final states that this one leads to.',
      };
    }
  },
};
