import { isObject } from '#schema';
import { type Json } from '#statechart';

/**
 * Partial deep equality: mappings may hold more than is expected, everything else is compared whole.
 * One line for each difference.
 */
export function differences(expected: Json | undefined, actual: Json | undefined, path = ''): string[] {
  if (isObject(expected) && isObject(actual)) {
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(value, actual[key], path ? `${path}.${key}` : key),
    );
  }
  // An absent member is expected by writing null.
  if (JSON.stringify(expected ?? null) === JSON.stringify(actual ?? null)) return [];
  return [`expected ${path} to be ${shown(expected)}, but it is ${shown(actual)}`];
}

function shown(value: Json | undefined): string {
  return value === undefined || value === null ? 'absent' : JSON.stringify(value);
}
