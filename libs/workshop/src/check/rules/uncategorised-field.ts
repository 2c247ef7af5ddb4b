import { formFields, keyword } from '../form-fields.js';
import { type Rule } from '../rule.js';

export const uncategorisedField: Rule = {
  code: 'uncategorised-field',
  title: 'a form says what kind of data it asks for',
  severity: 'warning',
  *find(context) {
    for (const field of formFields(context)) {
      // A category covers what is inside.
      if (field.path.length > 1 || keyword(field, 'x-category') !== undefined) continue;
      yield {
        place: { source: field.source, path: field.at },
        key: true,
        message: `The form ${field.form} asks for ${field.path.join('.')} without saying what kind of data it is.`,
        remedy: 'Add x-category, such as family or income.',
      };
    }
  },
};
