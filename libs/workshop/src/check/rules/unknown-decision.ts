import { didYouMean } from '../did-you-mean.js';
import { type Rule } from '../rule.js';

export const unknownDecision: Rule = {
  code: 'unknown-decision',
  title: 'a guard is a declared decision',
  severity: 'error',
  *find(context) {
    const { decisions, cancellation } = context.definition;
    const uses = context.transitions.map(({ transition }) => ({
      guard: transition.guard,
      place: context.at(...transition.at, 'guard'),
    }));
    for (const { guard, place } of [
      ...uses,
      { guard: cancellation?.when, place: context.at('cancellation', 'when') },
    ]) {
      if (guard === undefined || Object.hasOwn(decisions, guard)) continue;
      yield {
        place,
        message: `There is no decision ${guard}.`,
        remedy: didYouMean(
          guard,
          Object.keys(decisions),
          `Declare it under decisions, with 'when' and its source.`,
        ),
      };
    }
  },
};
