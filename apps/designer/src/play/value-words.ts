import { isObject } from '#schema';
import { type Json } from '#statechart';

/** Data as it is shown at the terminal: names and values with commas, records in a list in brackets. */
export function shown(value: Json | undefined, options: Readonly<Record<string, string>> = {}): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return list(value as readonly Json[], options);
  if (!isObject(value)) return options[String(value)] ?? String(value);
  return Object.entries(value)
    .map(([name, member]) => `${name}: ${isObject(member) ? `(${shown(member)})` : shown(member, options)}`)
    .join(', ');
}

function list(items: readonly Json[], options: Readonly<Record<string, string>>): string {
  if (items.length === 0) return 'none';
  return items.map(item => (isObject(item) ? `(${shown(item)})` : shown(item, options))).join(' and ');
}
