import { didYouMean } from '#journey';
import { type Rule } from '../rule.js';

export const unknownForm: Rule = {
  code: 'unknown-form',
  title: 'the form of a task exists',
  severity: 'error',
  *find(context) {
    const known = Object.keys(context.definition.forms);
    const { takes } = context.definition;
    if (takes !== undefined && !known.includes(takes)) {
      yield {
        place: context.at('takes'),
        message: `There is no form ${takes}.`,
        remedy: didYouMean(
          takes,
          known,
          `Add forms/${takes}.yaml with the fields that the journey may be given.`,
        ),
      };
    }
    for (const { task } of context.states) {
      if (!task || known.includes(task.form)) continue;
      yield {
        place: context.at(...task.at, 'form'),
        message: `There is no form ${task.form}.`,
        remedy: didYouMean(task.form, known, `Add forms/${task.form}.yaml.`),
      };
    }
  },
};
