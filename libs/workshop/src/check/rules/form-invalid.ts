import { linearPattern, PatternError, type Source, type SourcePath } from '#journey';
import { type Json } from '#statechart';
import { everyValue } from '../bounds/every-value.js';
import { didYouMean } from '../did-you-mean.js';
import { type Finding } from '../finding.js';
import { type Rule } from '../rule.js';

export const formInvalid: Rule = {
  code: 'form-invalid',
  title:
    'what a form requires is among its fields, its references lead somewhere, and its patterns can be matched',
  severity: 'error',
  *find({ definition: { sources } }) {
    for (const source of Object.values(sources.forms)) {
      yield* requiredFaults(source, source.value, []);
      yield* keywordFaults(source);
    }
  },
};

function* requiredFaults(source: Source, schema: Json | undefined, path: SourcePath): Generator<Finding> {
  if (!isObject(schema)) return;
  const { required, properties, items } = schema;
  const fields = isObject(properties) ? properties : {};
  const known = Object.keys(fields);
  for (const [index, name] of (Array.isArray(required) ? required : []).entries()) {
    if (known.includes(String(name))) continue;
    yield {
      place: { source, path: [...path, 'required', index] },
      message: `${String(name)} is required, and the form has no such field.`,
      remedy: didYouMean(String(name), known, 'Add it under properties.'),
    };
  }
  for (const [name, field] of Object.entries(fields))
    yield* requiredFaults(source, field, [...path, 'properties', name]);
  yield* requiredFaults(source, items, [...path, 'items']);
}

/** Patterns and references, wherever a schema may stand. */
function* keywordFaults(source: Source): Generator<Finding> {
  for (const { value, path } of everyValue(source.value)) {
    const keyword = path.at(-1);
    if (typeof value === 'string' && keyword === 'pattern') yield* patternFaults(value, { source, path });
    if (isObject(value) && keyword === 'patternProperties') {
      for (const name of Object.keys(value)) yield* patternFaults(name, { source, path: [...path, name] });
    }
    if (typeof value === 'string' && keyword === '$ref' && !leadsSomewhere(source.value, value)) {
      yield {
        place: { source, path },
        message: `${value} leads nowhere.`,
        remedy: 'Refer to a part of this form, #/$defs/<name>.',
      };
    }
  }
}

function* patternFaults(pattern: string, place: Finding['place']): Generator<Finding> {
  try {
    linearPattern(pattern);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    yield {
      place,
      message: `The pattern ${pattern} of the form ${place.source.file} ${error.message}.`,
      remedy: 'Write it plainly: what may stand there, and how often; maxLength says how long.',
    };
  }
}

function leadsSomewhere(root: Json, reference: string): boolean {
  if (!reference.startsWith('#/')) return false;
  let found: Json | undefined = root;
  for (const step of reference.slice(2).split('/')) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    found =
      (isObject(found) || Array.isArray(found)) && Object.hasOwn(found, name)
        ? (found as Readonly<Record<string, Json>>)[name]
        : undefined;
  }
  return found !== undefined;
}

function isObject(
  value: Json | undefined,
): value is Readonly<Record<string, Json>> & { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
