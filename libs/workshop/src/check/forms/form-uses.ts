import {
  boundKind,
  type Definition,
  type ExpressionEnvironment,
  fieldsEnvironment,
  isExpression,
  onlyIfs,
  schemaType,
  type ValueType,
} from '#journey';
import { everySchema, isObject, type JsonObject } from '#schema';
import { type ExpressionUse } from '../expression-uses.js';

/** An expression of a form. */
export interface FormUse extends ExpressionUse {
  readonly form: string;
  /** Of a condition: the field that is asked when it holds. */
  readonly field?: string;
}

/** Every expression of the forms: when a field is asked, and how much it may be. */
export function formUses(definition: Definition, environment: ExpressionEnvironment): FormUse[] {
  const { forms, sources } = definition;
  return Object.entries(forms).flatMap(([form, schema]): FormUse[] => {
    const source = sources.forms[form];
    if (!source) return [];
    const conditions = Object.entries(onlyIfs(schema)).map(([field, text]): FormUse => ({
      purpose: 'condition',
      text,
      place: { source, path: ['properties', field, 'x-only-if'] },
      environment: fieldsEnvironment(environment, schema),
      form,
      field,
    }));
    const bounds = [...everySchema(schema)].flatMap(({ schema: part, path }) =>
      boundsIn(part).map(({ keyword, text, asked }): FormUse => ({
        purpose: 'bound',
        text,
        place: { source, path: [...path, keyword] },
        asked,
        environment,
        form,
      })),
    );
    return [...conditions, ...bounds];
  });
}

function boundsIn(schema: unknown): { keyword: string; text: string; asked: ValueType }[] {
  if (!isObject(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, text]) =>
    boundKind(keyword) !== undefined && isExpression(text)
      ? [{ keyword, text, asked: boundType(keyword, schema) }]
      : [],
  );
}

/** What a bound must be: as what it bounds. */
function boundType(keyword: string, schema: JsonObject): ValueType {
  switch (boundKind(keyword)) {
    case 'moment':
      return schemaType({ type: 'string', format: schema.format === 'date-time' ? 'date-time' : 'date' });
    case 'size':
      return { kind: 'int' };
    default:
      return { kind: 'double' };
  }
}
