import type { Json } from '#statechart';
import { didYouMean } from '../did-you-mean.js';
import type { Finding, Rule } from '../rule.js';
import type { Source, SourcePath } from '../../source.js';

export const formInvalid: Rule = {
  code: 'form-invalid',
  title: 'what a form requires is among its fields, and its patterns are patterns',
  severity: 'error',
  *find({ definition: { sources } }) {
    for (const source of Object.values(sources.forms)) yield* faultsIn(source, source.value, []);
  },
};

function* faultsIn(source: Source, schema: Json | undefined, path: SourcePath): Generator<Finding> {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
  const { required, properties, items, pattern } = schema as Readonly<Record<string, Json | undefined>>;
  const fields = typeof properties === 'object' && properties !== null ? properties : {};
  const known = Object.keys(fields);
  for (const [index, name] of (Array.isArray(required) ? required : []).entries()) {
    if (known.includes(String(name))) continue;
    yield {
      place: { source, path: [...path, 'required', index] },
      message: `${String(name)} is required, and the form has no such field.`,
      remedy: didYouMean(String(name), known, 'Add it under properties.'),
    };
  }
  if (typeof pattern === 'string' && !isPattern(pattern)) {
    yield {
      place: { source, path: [...path, 'pattern'] },
      message: `${pattern} is no regular expression.`,
      remedy: 'Write it as ECMAScript does; JSON Schema uses that kind.',
    };
  }
  for (const [name, field] of Object.entries(fields))
    yield* faultsIn(source, field as Json, [...path, 'properties', name]);
  yield* faultsIn(source, items, [...path, 'items']);
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
