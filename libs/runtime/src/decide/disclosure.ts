import { type JsonSchema, type ServiceContract } from '#journey';
import { type Json } from '#statechart';
import { type Disclosure } from '../journey-record.js';

/** What giving `input` to a service discloses; undefined when nothing personal is in it. */
export function disclosureOf(contract: ServiceContract, input: Json): Disclosure | undefined {
  const given =
    input !== null && typeof input === 'object' && !Array.isArray(input) ? Object.keys(input) : [];
  const categories = new Set<string>();
  for (const field of given) {
    const category = contract.categories[field];
    if (category !== undefined) categories.add(category);
  }
  if (categories.size === 0) return undefined;
  const persons = new Set<string>();
  collectPersons(contract.input, input, persons);
  return { persons: [...persons], categories: [...categories], ground: contract.ground?.da ?? '' };
}

/** Adds every value that the schema marks as a person (`format: cpr`). */
function collectPersons(
  schema: JsonSchema | Json | undefined,
  value: Json | undefined,
  found: Set<string>,
): void {
  if (schema === null || typeof schema !== 'object' || Array.isArray(schema)) return;
  const node = schema as { readonly [keyword: string]: Json | undefined };
  if (typeof value === 'string') {
    if (node['format'] === 'cpr') found.add(value);
  } else if (Array.isArray(value)) {
    for (const item of value) collectPersons(node['items'], item as Json, found);
  } else if (value !== null && typeof value === 'object') {
    const properties = node['properties'] as { readonly [name: string]: Json | undefined } | undefined;
    for (const [name, part] of Object.entries(value)) collectPersons(properties?.[name], part, found);
  }
}
