import { didYouMean } from '#journey';
import { fieldsOf } from '#schema';
import { type Rule } from '../rule.js';

export const unknownPrefill: Rule = {
  code: 'unknown-prefill',
  title: 'a field that is filled in beforehand, or has choices, is in the form',
  severity: 'error',
  *find(context) {
    for (const [name, states] of context.statesByForm) {
      const form = Object.hasOwn(context.definition.forms, name) ? context.definition.forms[name] : undefined;
      if (!form) continue;
      const known = new Set(fieldsOf(form).flatMap(({ path }) => (path.length === 1 ? path : [])));
      for (const { task } of states) {
        const named = task
          ? (['prefill', 'choices'] as const).flatMap(key =>
              Object.keys(task[key]).map(field => ({ at: [...task.at, key, field], field })),
            )
          : [];
        for (const { at, field } of named) {
          if (known.has(field)) continue;
          yield {
            place: context.at(...at),
            key: true,
            message: `The form ${name} has no field ${field}.`,
            remedy: didYouMean(field, known, `Add it to forms/${name}.yaml.`),
          };
        }
      }
    }
  },
};
