import {
  FormValidator,
  linearPattern,
  PatternError,
  type Source,
  type SourcePath,
  withoutExpressions,
} from '#journey';
import { everySchema, isObject, type Json, type JsonObject, listOf } from '#schema';
import { type Finding } from '../finding.js';
import { patternLengths } from '../pattern-lengths.js';
import { type Rule } from '../rule.js';

/** Lower bounds with the upper bounds they must not pass. */
const BOUNDS = [
  ['minLength', 'maxLength'],
  ['minimum', 'maximum'],
  ['minItems', 'maxItems'],
] as const;

/** Satisfiability of each part of a form, as far as its bounds, its pattern and the values that it names itself go. */
export const neverFits: Rule = {
  code: 'never-fits',
  title: 'what a form asks for can be given, and its examples fit',
  severity: 'error',
  *find({ definition: { sources } }) {
    for (const source of Object.values(sources.forms)) {
      for (const { schema, path } of everySchema(source.value)) {
        if (!isObject(schema)) continue;
        yield* boundFaults(source, schema, path);
        yield* valueFaults(source, schema, path);
      }
    }
  },
};

function* boundFaults(source: Source, schema: JsonObject, path: SourcePath): Generator<Finding> {
  for (const [low, high] of BOUNDS) {
    const [least, most] = [schema[low], schema[high]];
    if (typeof least !== 'number' || typeof most !== 'number' || least <= most) continue;
    yield {
      place: { source, path: [...path, low] },
      message: `Nothing fits here: ${low} is ${least}, and ${high} is ${most}.`,
      remedy: 'Correct one of the two.',
    };
  }
  const { pattern, minLength, maxLength } = schema;
  const lengths = typeof pattern === 'string' ? patternLengths(pattern) : undefined;
  if (!lengths) return;
  const needs = lengths.least === lengths.most ? `${lengths.least}` : `at least ${lengths.least}`;
  if (typeof maxLength === 'number' && lengths.least > maxLength) {
    yield {
      place: { source, path: [...path, 'maxLength'] },
      message: `Nothing fits here: the pattern needs ${needs} characters, and maxLength is ${maxLength}.`,
      remedy: 'Correct one of the two.',
    };
  }
  if (typeof minLength === 'number' && lengths.most < minLength) {
    yield {
      place: { source, path: [...path, 'minLength'] },
      message: `Nothing fits here: the pattern allows ${lengths.most} characters, and minLength is ${minLength}.`,
      remedy: 'Correct one of the two.',
    };
  }
}

/** Values that a part of the form names, held against the rest of what it says. */
function* valueFaults(source: Source, schema: JsonObject, path: SourcePath): Generator<Finding> {
  const named = (['const', 'default', 'example'] as const).flatMap(keyword => {
    const value = schema[keyword];
    return value === undefined ? [] : [{ value, at: [...path, keyword] as SourcePath }];
  });
  for (const keyword of ['enum', 'examples'] as const) {
    listOf(schema[keyword]).forEach((value, index) => named.push({ value, at: [...path, keyword, index] }));
  }
  if (named.length === 0 || !canBeTried(schema)) return;
  const validator = new FormValidator(withoutExpressions(schema));
  for (const { value, at } of named) {
    const [fault] = validator.errors(value);
    if (!fault) continue;
    yield {
      place: { source, path: at },
      message: `${shown(value)} does not fit what the form asks for here: it ${fault.message}.`,
      remedy: 'Write a value that fits, or correct what is asked for.',
    };
  }
}

/** References lead out of a part, and a person is another value in a form than in a journey. */
function canBeTried(schema: JsonObject): boolean {
  for (const { schema: part } of everySchema(schema)) {
    if (!isObject(part)) continue;
    if ('$ref' in part || part['format'] === 'cpr') return false;
    if (typeof part['pattern'] === 'string' && !isPattern(part['pattern'])) return false;
  }
  return true;
}

function isPattern(pattern: string): boolean {
  try {
    linearPattern(pattern);
    return true;
  } catch (error) {
    if (error instanceof PatternError) return false;
    throw error;
  }
}

function shown(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
