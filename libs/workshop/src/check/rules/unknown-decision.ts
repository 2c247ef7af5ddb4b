import { didYouMean } from '#journey';
import { type Rule } from '../rule.js';

export const unknownDecision: Rule = {
  code: 'unknown-decision',
  title: 'what a task appeals was remembered somewhere',
  severity: 'error',
  *find(context) {
    const known = new Set(context.rememberings.map(({ name }) => name));
    for (const { task } of context.states) {
      if (task?.appeals === undefined || known.has(task.appeals)) continue;
      yield {
        place: context.at(...task.at, 'appeals'),
        message: `${task.appeals} is never remembered, and can be no decision to appeal.`,
        remedy: didYouMean(task.appeals, known, 'Name what the answer with the decision is remembered as.'),
      };
    }
  },
};
