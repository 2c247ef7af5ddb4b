import { astOf } from '../ast-parts.js';
import { formulaOf } from '../guards/formula.js';
import { possibleTruths } from '../guards/possible-truths.js';
import { type Rule } from '../rule.js';

export const constantCondition: Rule = {
  code: 'constant-condition',
  title: 'a condition can hold, and can fail',
  severity: 'error',
  *find(context) {
    for (const [name, { when }] of Object.entries(context.definition.conditions)) {
      const ast = astOf(when);
      const truths = ast && possibleTruths(formulaOf(ast));
      if (!truths || (truths.true && truths.false)) continue;
      yield {
        place: context.at('conditions', name, 'when'),
        message: truths.true
          ? `${name} always holds, whatever happens.`
          : `${name} can never hold: no case fits all that it asks.`,
        remedy: truths.true
          ? 'Ask for what makes the difference, or take the guard out.'
          : 'Ask for what can be true at the same time.',
      };
    }
  },
};
