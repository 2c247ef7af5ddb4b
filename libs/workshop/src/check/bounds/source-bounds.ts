import { type Diagnostic, type Source } from '#journey';
import { kindOf } from '../shape/schemas.js';
import { endlessForm } from './endless-form.js';
import { expressionBounds } from './expression-bounds.js';
import { valueBounds } from './value-bounds.js';

/** Limits on a parsed file before it is analysed. Files that people write are far below them. */
export function sourceBounds(source: Source): Diagnostic[] {
  const values = valueBounds(source);
  if (values.length > 0) return values;
  switch (kindOf(source.file)) {
    case 'definition':
      return expressionBounds(source);
    case 'form':
      return [...endlessForm(source), ...expressionBounds(source)];
    default:
      return [];
  }
}
