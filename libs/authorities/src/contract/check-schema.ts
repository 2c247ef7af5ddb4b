import { linearPattern, PatternError, type SourcePath } from '#journey';
import { canonicalJson, everySchema, isObject, type Json, type JsonObject, propertiesOf } from '#schema';
import { type ContractSource } from './contract-source.js';
import { type Body } from './operation.js';

/** The smallest and the greatest of something; a greatest below its smallest lets nothing fit. */
const BOUNDS = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
] as const;

/**
 * Lints the schema of a body beyond its keywords: what nothing can fit, what stands twice, and persons in positions where they
 * cannot be exchanged. Far cheaper than compiling, which waits until a service is used.
 */
export function checkSchema({ schema, schemaAt }: Body, source: ContractSource): void {
  for (const { schema: part, path, within } of everySchema(schema)) {
    if (!isObject(part)) continue;
    const at = [...schemaAt, ...path];
    checkPattern(part, source, at);
    checkValues(part, source, at);
    checkBounds(part, source, at);
    checkRequired(part, source, at);
    if (part['format'] === 'cpr') checkPerson(part, source, at, within);
  }
}

function checkPattern({ pattern }: JsonObject, source: ContractSource, at: SourcePath): void {
  if (typeof pattern !== 'string') return;
  try {
    linearPattern(pattern);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    source.fault({
      path: [...at, 'pattern'],
      code: 'pattern',
      message: `The pattern ${pattern} ${error.message}.`,
      remedy: 'Write it plainly.',
    });
  }
}

function checkValues({ enum: values }: JsonObject, source: ContractSource, at: SourcePath): void {
  if (!Array.isArray(values)) return;
  const seen = new Set<string>();
  for (const [index, value] of (values as readonly Json[]).entries()) {
    const key = canonicalJson(value);
    if (seen.has(key)) {
      source.fault({
        path: [...at, 'enum', index],
        code: 'repeated-value',
        message: `${String(value)} stands twice among the values of ${source.nameOf(at)}.`,
        remedy: 'Keep one of them.',
      });
    }
    seen.add(key);
  }
}

function checkBounds(schema: JsonObject, source: ContractSource, at: SourcePath): void {
  for (const [least, most] of BOUNDS) {
    const [from, to] = [schema[least], schema[most]];
    if (typeof from !== 'number' || typeof to !== 'number' || from <= to) continue;
    source.fault({
      path: [...at, most],
      code: 'nothing-fits',
      message: `Nothing fits ${source.nameOf(at)}: its ${most} ${to} is below its ${least} ${from}.`,
      remedy: 'Correct one of the two.',
    });
  }
}

/** Only where no other fields may be: elsewhere a field may be described in another part of the schema. */
function checkRequired(schema: JsonObject, source: ContractSource, at: SourcePath): void {
  const { required, additionalProperties } = schema;
  if (!Array.isArray(required) || additionalProperties !== false) return;
  const properties = propertiesOf(schema);
  for (const [index, name] of (required as readonly string[]).entries()) {
    if (Object.hasOwn(properties, name)) continue;
    source.fault({
      path: [...at, 'required', index],
      code: 'nothing-fits',
      message: `${source.nameOf(at)} must have ${name}, which is none of its fields.`,
      remedy: `Add ${name} to properties, or take it out of required.`,
    });
  }
}

/** Numbers and person ids are exchanged as texts, in the values that a schema applies to. */
function checkPerson(
  { type }: JsonObject,
  source: ContractSource,
  at: SourcePath,
  within: readonly string[],
): void {
  const path = [...at, 'format'];
  if (![type].flat().every(one => one === 'string' || one === 'null')) {
    source.fault({
      path,
      code: 'hidden-person',
      message: `${source.nameOf(at)} is a person (format: cpr), but not a text.`,
      remedy: 'Add type: string.',
    });
  }
  const apart = within.find(keyword => keyword === 'propertyNames' || keyword === 'not');
  if (apart === undefined) return;
  source.fault({
    path,
    code: 'hidden-person',
    message: `A person (format: cpr) under ${apart} cannot be exchanged for an id.`,
    remedy: 'Give the person a field.',
  });
}
