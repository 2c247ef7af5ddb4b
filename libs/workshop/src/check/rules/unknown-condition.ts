import { didYouMean } from '#journey';
import { type Rule } from '../rule.js';

export const unknownCondition: Rule = {
  code: 'unknown-condition',
  title: 'a guard is a declared condition',
  severity: 'error',
  *find(context) {
    const { conditions, cancellation, labels } = context.definition;
    const uses = context.transitions.map(({ transition }) => ({
      guard: transition.guard,
      place: context.at(...transition.at, 'guard'),
    }));
    for (const { guard, place } of [
      ...uses,
      { guard: cancellation?.when, place: context.at('cancellation', 'when') },
      ...labels.map(label => ({ guard: label.guard, place: context.at(...label.at, 'guard') })),
    ]) {
      if (guard === undefined || Object.hasOwn(conditions, guard)) continue;
      yield {
        place,
        message: `There is no condition ${guard}.`,
        remedy: didYouMean(
          guard,
          Object.keys(conditions),
          `Declare it under conditions, with 'when' and its source.`,
        ),
      };
    }
  },
};
