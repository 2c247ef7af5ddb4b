import { type Diagnostic, type Source } from '#journey';
import { kindOf } from '../shape/schemas.js';
import { endlessForm } from './endless-form.js';
import { expressionBounds } from './expression-bounds.js';
import { valueBounds } from './value-bounds.js';

/** What in a file that was read is too much for all that comes after. Empty for the files that people write. */
export function sourceBounds(source: Source): Diagnostic[] {
  const values = valueBounds(source);
  if (values.length > 0) return values;
  switch (kindOf(source.file)) {
    case 'definition':
      return expressionBounds(source);
    case 'form':
      return endlessForm(source);
    default:
      return [];
  }
}
