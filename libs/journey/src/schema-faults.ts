import { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Json, keysOf, valueAt } from '#schema';
import { type Diagnostic } from './diagnostic.js';
import { didYouMean } from './did-you-mean.js';
import { placeWords } from './place-words.js';
import { type Source, type SourcePath } from './source.js';

/** What is validated, and how its parts are called. */
interface Validated {
  readonly value: Json;
  /** Where the value is in the file. */
  readonly at: SourcePath;
  readonly nameOf: (path: SourcePath) => string;
}

interface ShapeFault {
  readonly code: 'unknown-key' | 'missing' | 'shape';
  readonly path: SourcePath;
  readonly key?: boolean;
  readonly message: string;
  readonly remedy: string;
}

/**
 * Schema validation of a YAML file, in a designer's words: unknown keys, missing keys, wrong shapes.
 *
 * @param validate compiled with `allErrors` and `verbose`
 * @param validated the value, where it is not the whole file as it stands, and names for its parts
 */
export function schemaFaults(
  source: Source,
  validate: ValidateFunction,
  {
    value = source.value,
    at = [],
    nameOf = path => (path.length > 0 ? placeWords(path) : source.file),
  }: Partial<Validated> = {},
): Diagnostic[] {
  if (validate(value)) return [];
  const faults = (validate.errors ?? []).flatMap(error => inPlainWords({ value, at, nameOf }, error) ?? []);
  return faults.map(({ code, path, key, message, remedy }) => ({
    code,
    severity: 'error',
    file: source.file,
    ...source.positionOf([...at, ...path], { key: key ?? false }),
    message,
    remedy,
  }));
}

function inPlainWords({ value, nameOf }: Validated, error: ErrorObject): ShapeFault | undefined {
  const path = pathOf(value, error.instancePath);
  const name = nameOf(path);
  const schema = (error.parentSchema ?? {}) as Readonly<Record<string, unknown>>;
  // A choice between shapes has one message of its own; what rules look at is left to them.
  if (error.schemaPath.includes('/oneOf/') || schema['x-rule'] !== undefined) return undefined;
  const renamed = schema['deprecationMessage'];
  if (renamed !== undefined) {
    const message = `${name} has another name now.`;
    return { code: 'unknown-key', path, key: true, message, remedy: String(renamed) };
  }
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params['additionalProperty']);
      const known = Object.entries(Object(schema['properties']) as Record<string, { deprecated?: boolean }>)
        .filter(([, { deprecated }]) => !deprecated)
        .map(([property]) => property);
      const message = `${name} knows no key ${key}.`;
      return {
        code: 'unknown-key',
        path: [...path, key],
        key: true,
        message,
        remedy: didYouMean(key, known, 'Take it out.'),
      };
    }
    case 'required': {
      const key = String(error.params['missingProperty']);
      return {
        code: 'missing',
        path,
        message: `${name} has no ${key}.`,
        remedy: `Add ${key}${hint(schema, key)}`,
      };
    }
    case 'oneOf':
    case 'maxProperties': {
      const words = String(schema['choiceErrorMessage'] ?? 'exactly one of the allowed shapes');
      return { code: 'shape', path, message: `${name} must have ${words}.`, remedy: 'Keep one of them.' };
    }
    case 'if':
    case 'propertyNames':
      return undefined;
    default:
      return shapeFault(error, schema, path, name);
  }
}

function shapeFault(
  { keyword, params, propertyName, data }: ErrorObject,
  schema: Readonly<Record<string, unknown>>,
  path: SourcePath,
  name: string,
): ShapeFault {
  const isKey = propertyName !== undefined;
  const place = { path: isKey ? [...path, propertyName] : path, key: isKey };
  const written = isKey ? propertyName : typeof data === 'object' ? name : String(data);
  switch (keyword) {
    case 'enum': {
      const allowed = (params['allowedValues'] as unknown[]).map(String);
      const message = `${written} is not allowed as ${name}.`;
      return {
        code: 'shape',
        ...place,
        message,
        remedy: didYouMean(written, allowed, '').trim() || `Use ${allowed.join(', ')}.`,
      };
    }
    case 'const': {
      const only = JSON.stringify(params['allowedValue']);
      return { code: 'shape', ...place, message: `${name} must be ${only}.`, remedy: `Write ${only}.` };
    }
    case 'format':
    case 'pattern': {
      const words = String(schema['patternErrorMessage'] ?? textLike(params));
      return { code: 'shape', ...place, message: `${written} is not ${words}.`, remedy: `Write ${words}.` };
    }
    case 'type': {
      const words = [params['type']]
        .flat()
        .map(type => TYPE_WORDS[String(type)] ?? String(type))
        .reduce((before, word, index, all) => `${before}${index < all.length - 1 ? ', ' : ' or '}${word}`);
      return {
        code: 'shape',
        ...place,
        message: `${name} must be ${words}.`,
        remedy: `Write ${words} here.`,
      };
    }
    case 'uniqueItems': {
      const { i, j } = params as { i: number; j: number };
      const twice = JSON.stringify((data as readonly unknown[])[i]);
      return {
        code: 'shape',
        path: [...path, Math.max(i, j)],
        message: `${name} has ${twice} twice.`,
        remedy: 'Take one of them out.',
      };
    }
    case 'minItems':
    case 'minLength':
    case 'minProperties':
      if (Number(params['limit']) > 1) break;
      return {
        code: 'shape',
        ...place,
        message: `${name} must not be empty.`,
        remedy: 'Fill it in, or take it out.',
      };
  }
  const { limit } = params as { limit?: number };
  const words = LIMITS[keyword];
  return {
    code: 'shape',
    ...place,
    message: words ? `${name} must ${words(String(limit))}.` : `${name} has a value that its schema refuses.`,
    remedy: words ? 'Correct it.' : `Write what its schema describes under ${keyword}.`,
  };
}

/** What a bound of a schema asks for, in words. */
const LIMITS: Readonly<Record<string, (limit: string) => string>> = {
  minItems: limit => `have ${limit} members or more`,
  maxItems: limit => `have ${limit} members at most`,
  minLength: limit => `have ${limit} characters or more`,
  maxLength: limit => `have ${limit} characters at most`,
  minProperties: limit => `have ${limit} keys or more`,
  minimum: limit => `be ${limit} or more`,
  exclusiveMinimum: limit => `be more than ${limit}`,
  maximum: limit => `be ${limit} at most`,
  exclusiveMaximum: limit => `be less than ${limit}`,
};

const TYPE_WORDS: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'text',
  boolean: 'true or false',
  number: 'a number',
  integer: 'a whole number',
  null: 'nothing',
};

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  cpr: 'a CPR number, ten digits',
  date: 'a day such as 2025-03-03',
  'date-time': 'a time such as 2025-03-03T09:00:00+01:00',
  duration: 'a period such as P14D',
  email: 'an e-mail address',
  uri: 'a web address such as https://www.borger.dk',
};

function textLike({ format, pattern }: Readonly<Record<string, unknown>>): string {
  return FORMAT_WORDS[String(format)] ?? `a text like ${String(pattern ?? format)}`;
}

/** The first sentence of what the schema says about a key. */
function hint(schema: Readonly<Record<string, unknown>>, key: string): string {
  const own = Object(Object(schema['properties'])[key])['description'] as unknown;
  return typeof own === 'string' ? `: ${own.split('. ')[0]?.replace(/\.$/, '')}.` : '.';
}

/** An instance path of Ajv as keys and indexes. */
function pathOf(value: Json, instancePath: string): SourcePath {
  const path: (string | number)[] = [];
  for (const key of keysOf(instancePath)) {
    path.push(Array.isArray(valueAt(value, path)) ? Number(key) : key);
  }
  return path;
}
