import { isObject, type JsonSchema, propertiesOf, subschemas } from '#schema';
import { type Json, type JsonObject } from '#statechart';
import { repairForm } from '#workshop';
import { type SeededRandom } from './seeded-random.js';

/** What a person can put into a form beside what its schema says. */
export interface FormOccasion {
  readonly random: SeededRandom;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** CPR numbers to choose from. */
  readonly persons: readonly string[];
  /** What the task brings along. */
  readonly prefill: JsonObject;
}

interface Rules {
  readonly type?: string;
  readonly format?: string;
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly items?: Rules;
  readonly required?: readonly string[];
}

/** Texts that fit what forms ask for by a pattern: codes of doctors and municipalities, accounts, numbers. */
const CODES = ['040215', '1234 1234567890', '0751', 'AB12345', '7654321'];
const WORDS = 'Strandvejen 8, 8000 Aarhus C';
const DAY = 86_400_000;
const PREFILLED = 0.8;
const OPTIONAL = 0.4;

/**
 * Data that fits a form's JSON Schema and its conditions: required fields always, others now and then.
 *
 * @throws Error naming the field when the schema asks for something that this does not know how to make
 */
export function formData(schema: JsonSchema, occasion: FormOccasion): JsonObject {
  const data = objectData(schema, occasion);
  if (!isObject(schema) || schema['allOf'] === undefined) return data;
  repairForm(schema, data, (name, field) => value(name, field as Rules, occasion));
  return data;
}

function objectData(schema: JsonSchema, occasion: FormOccasion): Record<string, Json> {
  const { random, prefill } = occasion;
  const branch = subschemas(schema).find(({ to, path }) => to === 'same' && path[0] !== 'allOf');
  if (branch) throw new Error(`Branches (${branch.path[0]}) are not known: teach form-data.ts.`);
  const { required = [] } = schema as Rules;
  const data: Record<string, Json> = {};
  for (const [name, rules] of Object.entries(propertiesOf(schema))) {
    const known = prefill[name];
    if (known !== undefined && random.happens(PREFILLED)) data[name] = known;
    else if (required.includes(name) || (!isOfDocuments(rules as Rules) && random.happens(OPTIONAL)))
      data[name] = value(name, rules as Rules, occasion);
  }
  return data;
}

/** What is attached first, and only then named in a form. */
function isOfDocuments({ format, items }: Rules): boolean {
  return format === 'document' || items?.format === 'document';
}

function value(name: string, rules: Rules, occasion: FormOccasion): Json {
  const { random, persons } = occasion;
  if (rules.const !== undefined) return rules.const;
  if (rules.enum) return random.pick(rules.enum);
  switch (rules.type) {
    case 'boolean':
      return random.happens(0.5);
    case 'integer':
    case 'number':
      return random.whole(rules.minimum ?? 0, Math.min(rules.maximum ?? 50_000, 50_000));
    case 'object':
      return formData(rules as JsonSchema, { ...occasion, prefill: {} });
    case 'array': {
      const count = random.whole(rules.minItems ?? 0, Math.min(rules.maxItems ?? 2, 2));
      const items = Array.from({ length: count }, () => value(name, rules.items ?? {}, occasion));
      return [...new Map(items.map(item => [JSON.stringify(item), item])).values()];
    }
    case 'string':
      if (rules.format === 'cpr') return random.pick(persons);
      if (rules.format === 'date') return dayFrom(occasion.today, random.whole(-10, 60));
      return text(name, rules, random);
    default:
      throw new Error(`No data is known for the field "${name}" of type ${rules.type}: teach form-data.ts.`);
  }
}

function text(
  name: string,
  { pattern, minLength = 0, maxLength = 200 }: Rules,
  random: SeededRandom,
): string {
  if (pattern === undefined)
    return WORDS.repeat(Math.ceil(minLength / WORDS.length) || 1).slice(0, maxLength);
  const fitting = CODES.filter(code => new RegExp(pattern, 'u').test(code));
  if (fitting.length > 0) return random.pick(fitting);
  throw new Error(`No text is known for the field "${name}" with ${pattern}: teach form-data.ts.`);
}

function dayFrom(today: string, days: number): string {
  return new Date(Date.parse(today) + days * DAY).toISOString().slice(0, 10);
}
