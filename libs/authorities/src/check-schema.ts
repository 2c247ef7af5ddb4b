import { PatternError, linearPattern } from '#journey';
import { type Json, type JsonObject } from '#statechart';
import { type ContractSource } from './contract-source.js';
import { FORMATS, SCHEMA_ANNOTATIONS } from './schema-validators.js';

/** The part of JSON Schema 2020-12 that contracts are written in; what is left out, a contract has not needed. */
const KEYWORDS: ReadonlySet<string> = new Set(
  [
    'type enum const format pattern minLength maxLength title description default examples',
    'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf',
    'properties required additionalProperties propertyNames minProperties maxProperties',
    'items minItems maxItems uniqueItems allOf anyOf oneOf not if then else',
    ...SCHEMA_ANNOTATIONS,
  ].flatMap(keywords => keywords.split(' ')),
);
const ONE = ['additionalProperties', 'propertyNames', 'items', 'not', 'if', 'then', 'else'];
const SEVERAL = ['allOf', 'anyOf', 'oneOf'];

/**
 * Notes keywords and formats of a schema that nobody knows: a misspelt rule would be a rule without effect.
 * Far cheaper than compiling, which waits until a service is used.
 */
export function checkSchema(
  schema: Json | undefined,
  source: ContractSource,
  place: readonly string[],
): void {
  if (typeof schema === 'boolean' || schema === undefined) return;
  if (schema === null || typeof schema !== 'object' || Array.isArray(schema)) {
    source.fault(place, 'a schema is an object, true or false');
    return;
  }
  const keywords = schema as JsonObject;
  for (const keyword of Object.keys(keywords)) {
    if (!KEYWORDS.has(keyword)) source.fault([...place, keyword], `${keyword} is no keyword of a contract`);
  }
  const format = keywords['format'];
  if (typeof format === 'string' && !FORMATS.includes(format)) {
    source.fault([...place, 'format'], `the format ${format} is not known; use one of ${FORMATS.join(', ')}`);
  }
  if (typeof keywords['pattern'] === 'string')
    checkPattern(keywords['pattern'], source, [...place, 'pattern']);
  for (const keyword of ONE) checkSchema(keywords[keyword], source, [...place, keyword]);
  for (const keyword of SEVERAL) {
    const schemas = keywords[keyword];
    if (Array.isArray(schemas)) {
      schemas.forEach((one: Json, index) => checkSchema(one, source, [...place, keyword, String(index)]));
    }
  }
  for (const [property, field] of Object.entries((keywords['properties'] ?? {}) as JsonObject)) {
    checkSchema(field, source, [...place, 'properties', property]);
  }
}

function checkPattern(pattern: string, source: ContractSource, place: readonly string[]): void {
  try {
    linearPattern(pattern);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    source.fault(place, `the pattern ${pattern} ${error.message}; write it plainly`);
  }
}
