import { type Json, type JsonObject } from '#statechart';

/** One way in which a schema marks a person, and data under it. */
export interface HiddenPerson {
  readonly keyword: string;
  readonly schema: JsonObject;
  readonly data: (person: string) => Json;
}

const cpr = { type: 'string', format: 'cpr' };
const text = { type: 'string', maxLength: 40 };
const itself = (person: string): Json => person;

/** The ways that contracts have too. */
export const HIDDEN_IN_CONTRACTS: readonly HiddenPerson[] = [
  { keyword: 'oneOf', schema: { oneOf: [cpr, { type: 'null' }] }, data: itself },
  { keyword: 'anyOf', schema: { anyOf: [{ type: 'null' }, cpr] }, data: itself },
  { keyword: 'allOf', schema: { allOf: [cpr] }, data: itself },
  { keyword: 'then', schema: { if: { type: 'string' }, then: cpr }, data: itself },
  { keyword: 'else', schema: { if: { type: 'null' }, else: cpr }, data: itself },
  { keyword: 'if', schema: { if: cpr, then: text, else: { type: 'null' } }, data: itself },
  { keyword: 'a plain text in another branch', schema: { anyOf: [text, cpr] }, data: itself },
  {
    keyword: 'additionalProperties',
    schema: { type: 'object', additionalProperties: cpr },
    data: person => ({ 'a/b': person }),
  },
  {
    keyword: 'items under oneOf under properties',
    schema: {
      type: 'object',
      properties: { known: { type: 'array', items: { oneOf: [{ allOf: [cpr] }, { type: 'boolean' }] } } },
    },
    data: person => ({ known: [true, person] }),
  },
];

/** All ways. */
export const HIDDEN_PERSONS: readonly HiddenPerson[] = [
  ...HIDDEN_IN_CONTRACTS,
  { keyword: '$ref', schema: { $defs: { 'a/b': cpr }, allOf: [{ $ref: '#/$defs/a~1b' }] }, data: itself },
  {
    keyword: 'patternProperties',
    schema: { type: 'object', patternProperties: { '^p': cpr } },
    data: person => ({ partner: person }),
  },
  {
    keyword: 'prefixItems',
    schema: { type: 'array', prefixItems: [text, cpr] },
    data: person => ['first', person],
  },
  {
    keyword: 'contains',
    schema: { type: 'array', items: text, contains: cpr },
    data: person => [person],
  },
  {
    keyword: 'dependentSchemas',
    schema: {
      type: 'object',
      properties: { who: text },
      dependentSchemas: { who: { properties: { who: cpr } } },
    },
    data: person => ({ who: person }),
  },
];

/** The schema of an object with one field, `hidden`. */
export function fieldOf(schema: JsonObject, beside: JsonObject = {}): JsonObject {
  // References are written from the root of what they stand in.
  const { $defs, ...field } = schema;
  return {
    type: 'object',
    additionalProperties: false,
    required: ['hidden'],
    properties: { hidden: { ...field, ...beside } },
    ...($defs !== undefined && { $defs }),
  };
}
