import { type JsonSchema } from '#journey';
import { type Json } from '#statechart';

/** One field of a form, at any depth. */
export interface FormField {
  /** Names from the form's root; the fields of a list's items continue the path of the list. */
  readonly path: readonly string[];
  /** Keys and indexes in the form's file. */
  readonly at: readonly (string | number)[];
  readonly schema: Readonly<Record<string, Json>>;
}

/** Every field of a form, outer before inner. */
export function formFields(form: JsonSchema): FormField[] {
  return fieldsIn(form, [], []);
}

function fieldsIn(
  schema: Json | undefined,
  path: readonly string[],
  at: readonly (string | number)[],
): FormField[] {
  if (!isObject(schema)) return [];
  const own = isObject(schema['properties']) ? Object.entries(schema['properties']) : [];
  return [
    ...own.flatMap(([name, part]): FormField[] => {
      if (!isObject(part)) return [];
      const inner = { path: [...path, name], at: [...at, 'properties', name] };
      return [{ ...inner, schema: part }, ...fieldsIn(part, inner.path, inner.at)];
    }),
    ...fieldsIn(schema['items'], path, [...at, 'items']),
  ];
}

function isObject(
  value: Json | undefined,
): value is Readonly<Record<string, Json>> & { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
