import { PatternError, linearPattern, type SourcePath } from '#journey';
import { everySchema, isObject } from '#schema';
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

/**
 * Notes what a contract cannot be written with: keywords and formats that are not known, for a misspelt rule would be a rule
 * without effect, and persons in positions where they cannot be exchanged. Far cheaper than compiling, which waits until a
 * service is used.
 */
export function checkSchema(
  schema: Json | undefined,
  source: ContractSource,
  place: readonly string[],
): void {
  if (schema === undefined) return;
  for (const { schema: part, path, within } of everySchema(schema)) {
    const at = [...place, ...path];
    if (isObject(part)) checkKeywords(part, source, at, within);
    else if (typeof part !== 'boolean') source.fault(at, 'a schema is an object, true or false');
  }
}

function checkKeywords(
  schema: JsonObject,
  source: ContractSource,
  place: SourcePath,
  within: readonly string[],
): void {
  for (const keyword of Object.keys(schema)) {
    if (!KEYWORDS.has(keyword)) source.fault([...place, keyword], `${keyword} is no keyword of a contract`);
  }
  const { format, pattern } = schema;
  if (typeof format === 'string' && !FORMATS.includes(format)) {
    source.fault([...place, 'format'], `the format ${format} is not known; use one of ${FORMATS.join(', ')}`);
  }
  if (format === 'cpr') checkPerson(schema, source, [...place, 'format'], within);
  if (typeof pattern === 'string') checkPattern(pattern, source, [...place, 'pattern']);
}

/** Numbers and person ids are exchanged as texts, in the values that a schema applies to. */
function checkPerson(
  { type }: JsonObject,
  source: ContractSource,
  place: SourcePath,
  within: readonly string[],
): void {
  if (![type].flat().every(one => one === 'string' || one === 'null')) {
    source.fault(place, 'a person (format: cpr) is a text; add type: string');
  }
  const apart = within.find(keyword => keyword === 'propertyNames' || keyword === 'not');
  if (apart === undefined) return;
  source.fault(
    place,
    `a person (format: cpr) under ${apart} cannot be exchanged for an id; give them a field`,
  );
}

function checkPattern(pattern: string, source: ContractSource, place: SourcePath): void {
  try {
    linearPattern(pattern);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    source.fault(place, `the pattern ${pattern} ${error.message}; write it plainly`);
  }
}
