import {
  isObject,
  type Json,
  type JsonObject,
  type JsonSchema,
  listOf,
  mapSubschemas,
  propertiesOf,
} from '#schema';
import { isExpression } from '../expression/template.js';

/** Keywords of a form that an expression may bound, by the kind of what they bound. */
const BOUNDS: ReadonlyMap<string, BoundKind> = new Map([
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map(word => [word, 'number'] as const),
  ...['minLength', 'maxLength', 'minItems', 'maxItems'].map(word => [word, 'size'] as const),
  ...['formatMinimum', 'formatMaximum', 'formatExclusiveMinimum', 'formatExclusiveMaximum'].map(
    word => [word, 'moment'] as const,
  ),
]);

export type BoundKind = 'number' | 'size' | 'moment';

/** What a keyword bounds; undefined when it is no bound. */
export function boundKind(keyword: string | number | undefined): BoundKind | undefined {
  return BOUNDS.get(String(keyword));
}

/** The conditions under which fields are asked, `= …`, by field. */
export function onlyIfs(form: JsonSchema): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(propertiesOf(form)).flatMap(([name, { 'x-only-if': when }]) =>
      isExpression(when) ? [[name, when]] : [],
    ),
  );
}

/** The fields that are shown as they are filled in beforehand. */
export function readOnlyFields(form: JsonSchema): string[] {
  return Object.entries(propertiesOf(form)).flatMap(([name, { readOnly }]) =>
    readOnly === true ? name : [],
  );
}

/** The form with values in the places of its bounds; a bound that has none that fits is left out. */
export function bounded<T extends JsonSchema>(form: T, value: (expression: string) => Json | undefined): T {
  if (!isObject(form)) return form;
  const said = mapSubschemas(form, part => bounded(part, value));
  return Object.fromEntries(
    Object.entries(said).flatMap(([keyword, bound]) => {
      const kind = BOUNDS.get(keyword);
      if (kind === undefined || !isExpression(bound)) return [[keyword, bound]];
      const known = value(bound);
      return canBound(known, kind) ? [[keyword, known]] : [];
    }),
  ) as T & JsonObject;
}

/** The form with nothing left to be computed: any value is within its bounds, and fields under a condition may be there. */
export function withoutExpressions(form: JsonSchema): JsonSchema {
  if (!isObject(form)) return form;
  const conditional = onlyIfs(form);
  const required = listOf(form.required).filter(name => !Object.hasOwn(conditional, String(name)));
  return bounded({ ...form, ...('required' in form && { required }) }, () => undefined);
}

/** The expressions of a form's bounds. */
export function boundsOf(form: JsonSchema): string[] {
  const found = new Set<string>();
  bounded(form, expression => void found.add(expression));
  return [...found];
}

function canBound(value: Json | undefined, kind: BoundKind): boolean {
  if (kind === 'moment') return typeof value === 'string';
  return typeof value === 'number' && (kind === 'number' || (Number.isInteger(value) && value >= 0));
}
