import { isObject } from '#schema';
import { formFields } from '../form-fields.js';
import { patternLengths } from '../pattern-lengths.js';
import { type Rule } from '../rule.js';

/** What says by itself how long a text may be. */
const BOUNDS = ['maxLength', 'enum', 'const', 'format', '$ref'];

/** Free text and lists take up to 1,000 characters and 100 members where a form sets no bound of its own. */
export const unboundedText: Rule = {
  code: 'unbounded-text',
  title: 'a form says how long a text and how many a list may be',
  severity: 'warning',
  *find(context) {
    for (const { form, source, path, at, schemas } of formFields(context)) {
      const says = (type: string): boolean => schemas.some(schema => schema['type'] === type);
      const bounded = schemas.some(
        schema =>
          BOUNDS.some(keyword => keyword in schema) ||
          Number.isFinite(patternLengths(String(schema['pattern'] ?? ''))?.most ?? Infinity),
      );
      const place = { source, path: at };
      const name = `The field ${path.join('.')} of the form ${form}`;
      if (says('string') && !bounded) {
        yield {
          place,
          key: true,
          message: `${name} is free text of any length.`,
          remedy: 'Add maxLength: how many characters are needed at most.',
        };
      }
      if (says('array') && !schemas.some(schema => 'maxItems' in schema)) {
        const items = schemas.map(schema => schema['items']).find(isObject);
        const most = Array.isArray(items?.['enum']) ? items['enum'].length : undefined;
        yield {
          place,
          key: true,
          message: `${name} is a list of any length.`,
          remedy: `Add maxItems: ${most ?? 'how many there may be at most'}.`,
        };
      }
    }
  },
};
