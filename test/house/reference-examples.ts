import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { DATA_CATEGORY_SCHEMA } from '#journey';
import { readSchema } from './journey-reference.js';

const NAMES = ['definition', 'part', 'form', 'texts', 'parameters', 'overlay', 'scenario'] as const;
const ID = 'https://overgang.example/schema/';

const ajv = new Ajv2020({
  strict: false,
  validateFormats: false,
  schemas: [
    ...NAMES.map(readSchema),
    JSON.parse(readFileSync(DATA_CATEGORY_SCHEMA, 'utf8')) as Record<string, unknown>,
  ],
});

/** Short examples: every block of YAML, without those of the whole journey, which is checked as one, and without empty ones. */
export function examplesIn(page: string): readonly string[] {
  return [...page.matchAll(/```yaml\n([\s\S]*?)```/g)]
    .map(([, block = '']) => block)
    .filter(block => !block.startsWith('# new-passport/') && !block.startsWith('# yaml-language-server'));
}

/** Schema validation of an example, by where in a journey it can stand. */
export function exampleFaults(block: string): readonly string[] {
  return placesOf(block).flatMap(([schema, value]) => {
    const place = ID + schema;
    return ajv.validate({ $ref: place }, value) ? [] : [`${place}: ${ajv.errorsText()}`];
  });
}

/** The schema of each value in an example: the whole of a named file, a list of actions, or keys that may stand beside each other. */
function placesOf(block: string): readonly (readonly [string, unknown])[] {
  const value = parse(block) as Readonly<Record<string, unknown>>;
  const [, file] = /^# (part|form|overlay|scenario)s\//.exec(block) ?? [];
  if (file !== undefined) return [[`${file}.schema.json`, value]];
  if (Array.isArray(value)) return [['definition.schema.json#/$defs/actions', value]];
  if ('summary' in value) return [['texts.schema.json', value]];
  return Object.entries(value).map(([key, member]) => [schemaOfKey(key, member), member]);
}

function schemaOfKey(key: string, member: unknown): string {
  const { properties, $defs } = readSchema('definition') as Readonly<Record<string, object>>;
  if (Object.hasOwn(properties ?? {}, key)) return `definition.schema.json#/properties/${key}`;
  if (Object.hasOwn($defs ?? {}, key)) return `definition.schema.json#/$defs/${key}`;
  if (typeof member === 'object' && member !== null && 'values' in member) {
    return 'parameters.schema.json#/additionalProperties';
  }
  return 'definition.schema.json#/$defs/state';
}
