import { type JsonObject } from './json.js';

/** JSON Schema 2020-12, self-contained: references lead into the schema itself (`#/…`). */
export type JsonSchema = JsonObject | boolean;

/** A keyword that holds subschemas. */
export interface Applicator {
  /** One subschema, a list of them, or a mapping to them. */
  readonly holds: 'one' | 'list' | 'map';
  /** The instances the subschemas apply to: the `same` value or its complement, its `members`, their `names`, its `items`. */
  readonly to: 'same' | 'complement' | 'members' | 'names' | 'items' | 'none';
}

/** Applicators of JSON Schema 2020-12 (core, 10 and 11) with `$defs`: every position in which a subschema can stand. */
export const APPLICATORS: ReadonlyMap<string, Applicator> = new Map<string, Applicator>([
  ['allOf', { holds: 'list', to: 'same' }],
  ['anyOf', { holds: 'list', to: 'same' }],
  ['oneOf', { holds: 'list', to: 'same' }],
  ['if', { holds: 'one', to: 'same' }],
  ['then', { holds: 'one', to: 'same' }],
  ['else', { holds: 'one', to: 'same' }],
  ['dependentSchemas', { holds: 'map', to: 'same' }],
  ['not', { holds: 'one', to: 'complement' }],
  ['properties', { holds: 'map', to: 'members' }],
  ['patternProperties', { holds: 'map', to: 'members' }],
  ['additionalProperties', { holds: 'one', to: 'members' }],
  ['unevaluatedProperties', { holds: 'one', to: 'members' }],
  ['propertyNames', { holds: 'one', to: 'names' }],
  ['prefixItems', { holds: 'list', to: 'items' }],
  ['items', { holds: 'one', to: 'items' }],
  ['contains', { holds: 'one', to: 'items' }],
  ['unevaluatedItems', { holds: 'one', to: 'items' }],
  ['$defs', { holds: 'map', to: 'none' }],
]);
