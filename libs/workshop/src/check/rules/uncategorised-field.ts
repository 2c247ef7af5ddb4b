import { type FormField, formFields, keyword } from '../form-fields.js';
import { DOCUMENT_FORMAT, isObject } from '#schema';
import { type Rule } from '../rule.js';

export const uncategorisedField: Rule = {
  code: 'uncategorised-field',
  title: 'a form says what kind of data it asks for',
  severity: 'warning',
  *find(context) {
    for (const field of formFields(context)) {
      // A category covers what is inside.
      if (field.path.length > 1 || keyword(field, 'x-category') !== undefined) continue;
      // Of a document it must be said, which is told there.
      if (isDocument(field)) continue;
      yield {
        place: { source: field.source, path: field.at },
        key: true,
        message: `The form ${field.form} asks for ${field.path.join('.')} without saying what kind of data it is.`,
        remedy: 'Add x-category, such as family or income.',
      };
    }
  },
};

function isDocument({ schemas }: FormField): boolean {
  return schemas.some(({ format, items }) =>
    [format, isObject(items) && items['format']].includes(DOCUMENT_FORMAT),
  );
}
