import { type TransitionDefinition } from '#journey';
import { triggerKey } from '../../trigger-key.js';
import { astOf } from '../ast-parts.js';
import { type CheckContext } from '../check-context.js';
import { and, type Formula, formulaOf, not } from '../guards/formula.js';
import { possibleTruths } from '../guards/possible-truths.js';
import { type Rule } from '../rule.js';
import { targetPlace } from '../transition-place.js';

export const neverTaken: Rule = {
  code: 'never-taken',
  title: 'a transition is not hidden behind those before it',
  severity: 'error',
  *find(context) {
    const formulas = conditionFormulas(context);
    for (const { transitions } of context.states) {
      const before = new Map<string, TransitionDefinition[]>();
      for (const transition of transitions) {
        const trigger = triggerKey(transition);
        const earlier = before.get(trigger) ?? [];
        before.set(trigger, [...earlier, transition]);
        const hiding = hiddenBehind(transition, earlier, formulas);
        if (hiding === undefined) continue;
        yield {
          place:
            transition.targets.length > 0 ? targetPlace(context, transition) : context.at(...transition.at),
          message: `This is never taken: ${hiding}.`,
          remedy: 'Put it before that one, or give one of them another guard.',
        };
      }
    }
  },
};

function conditionFormulas({ definition }: CheckContext): ReadonlyMap<string, Formula> {
  const formulas = new Map<string, Formula>();
  for (const [name, { when }] of Object.entries(definition.conditions)) {
    const ast = astOf(when);
    const formula = ast && formulaOf(ast);
    // That a condition can never hold is told where it stands.
    if (formula && possibleTruths(formula).true) formulas.set(name, formula);
  }
  return formulas;
}

function hiddenBehind(
  { guard }: TransitionDefinition,
  earlier: readonly TransitionDefinition[],
  formulas: ReadonlyMap<string, Formula>,
): string | undefined {
  if (earlier.some(transition => transition.guard === undefined))
    return 'the transition before it has no guard';
  if (guard === undefined || earlier.length === 0) return undefined;
  if (earlier.some(transition => transition.guard === guard))
    return `a transition before it has the same guard, ${guard}`;
  const formula = formulas.get(guard);
  const failed = earlier.flatMap(transition => formulas.get(transition.guard ?? '') ?? []);
  if (!formula || failed.length === 0) return undefined;
  if (possibleTruths(and([formula, ...failed.map(not)])).true) return undefined;
  return `where ${guard} holds, one before it holds as well`;
}
