import { fieldsOf } from '#schema';
import { didYouMean } from '../did-you-mean.js';
import { type Rule } from '../rule.js';

export const unknownPrefill: Rule = {
  code: 'unknown-prefill',
  title: 'a field that is filled in beforehand, or has choices, is in the form',
  severity: 'error',
  *find(context) {
    for (const { task } of context.states) {
      const form = task && context.definition.forms[task.form];
      if (!form) continue;
      const known = fieldsOf(form).flatMap(({ path }) => (path.length === 1 ? path : []));
      const named = (['prefill', 'choices'] as const).flatMap(key =>
        Object.keys(task[key]).map(field => ({ key, field })),
      );
      for (const { key, field } of named) {
        if (known.includes(field)) continue;
        yield {
          place: context.at(...task.at, key, field),
          key: true,
          message: `The form ${task.form} has no field ${field}.`,
          remedy: didYouMean(field, known, `Add it to forms/${task.form}.yaml.`),
        };
      }
    }
  },
};
