import { fieldsOf } from '#schema';
import { didYouMean } from '../did-you-mean.js';
import { type Rule } from '../rule.js';

export const unknownPrefill: Rule = {
  code: 'unknown-prefill',
  title: 'a prefilled field is in the form',
  severity: 'error',
  *find(context) {
    for (const { task } of context.states) {
      const form = task && context.definition.forms[task.form];
      if (!form) continue;
      const known = fieldsOf(form).flatMap(({ path }) => (path.length === 1 ? path : []));
      for (const field of Object.keys(task.prefill)) {
        if (known.includes(field)) continue;
        yield {
          place: context.at(...task.at, 'prefill', field),
          key: true,
          message: `The form ${task.form} has no field ${field}.`,
          remedy: didYouMean(field, known, `Add it to forms/${task.form}.yaml.`),
        };
      }
    }
  },
};
