import { boundKind, didYouMean, isExpression, readOnlyFields } from '#journey';
import { everySchema, isObject, propertiesOf, listOf } from '#schema';
import { usedForms } from '../text-needs.js';
import { type Rule } from '../rule.js';

export const pageFields: Rule = {
  code: 'page-fields',
  title: 'the pages of a form name each of its fields once',
  severity: 'error',
  *find({ definition: { forms, sources } }) {
    for (const [form, schema] of Object.entries(forms)) {
      const source = sources.forms[form];
      if (!source || !isObject(schema) || !('x-pages' in schema)) continue;
      const fields = Object.keys(propertiesOf(schema));
      const seen = new Set<string>();
      for (const [page, names] of listOf(schema['x-pages']).entries()) {
        for (const [index, given] of listOf(names).entries()) {
          const name = String(given);
          const place = { source, path: ['x-pages', page, index] };
          if (!fields.includes(name)) {
            const message = `The form ${form} has no field ${name}.`;
            yield { place, message, remedy: didYouMean(name, fields, 'Add it under properties.') };
          } else if (seen.has(name)) {
            yield { place, message: `${name} is on a page already.`, remedy: 'Name it once.' };
          }
          seen.add(name);
        }
      }
      for (const name of fields) {
        if (seen.has(name)) continue;
        yield {
          place: { source, path: ['properties', name] },
          key: true,
          message: `${name} is on no page.`,
          remedy: 'Add it to one of the pages in x-pages.',
        };
      }
    }
  },
};

export const readOnlyUnknown: Rule = {
  code: 'read-only-unknown',
  title: 'what is only shown is filled in beforehand',
  severity: 'error',
  *find(context) {
    for (const form of usedForms(context)) {
      const states = context.statesByForm.get(form) ?? [];
      for (const name of readOnlyFields(context.definition.forms[form] ?? true)) {
        for (const { path, task } of states) {
          if (!task || Object.hasOwn(task.prefill, name)) continue;
          yield {
            place: context.at(...task.at),
            key: true,
            message: `The form ${form} only shows ${name}, and the task ${path} does not fill it in.`,
            remedy: `Add prefill: { ${name}: = … }, or take out readOnly.`,
          };
        }
      }
    }
  },
};

/** Words of a field that belong to the form as a whole, where a field inside another has them, and bounds of nothing. */
export const misplacedFormWord: Rule = {
  code: 'misplaced-form-word',
  title:
    'a condition, readOnly and a meaning stand at a field of the form itself, and a bound at what it bounds',
  severity: 'error',
  *find({ definition: { sources } }) {
    for (const source of Object.values(sources.forms)) {
      for (const { schema, path } of everySchema(source.value)) {
        if (!isObject(schema)) continue;
        const isField = path.length === 2 && path[0] === 'properties';
        for (const word of ['x-only-if', 'readOnly', 'x-means'] as const) {
          if (!(word in schema) || isField) continue;
          yield {
            place: { source, path: [...path, word] },
            key: true,
            message: `${word} stands inside a field.`,
            remedy: 'Write it at a field of the form itself.',
          };
        }
        for (const word of Object.keys(schema)) {
          const fits = boundKind(word) !== 'moment' || ['date', 'date-time'].includes(String(schema.format));
          if (fits || !isExpression(schema[word])) continue;
          yield {
            place: { source, path: [...path, word] },
            key: true,
            message: `${word} bounds days, and this field is none.`,
            remedy: 'Add format: date, or bound a number with minimum or maximum.',
          };
        }
      }
    }
  },
};

/** The rules about how a form is laid out. */
export const FORM_LAYOUT_RULES: readonly Rule[] = [pageFields, readOnlyUnknown, misplacedFormWord];
