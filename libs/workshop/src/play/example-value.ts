import { isObject, type JsonSchema, listOf, resolve } from '#schema';
import { addPeriod, dateAt, iso, subtractPeriod } from '#calendar';
import { type Instant, type Json, type JsonObject } from '#statechart';

/** Whom an example means by a person it has to invent, and when it is. */
export interface ExampleContext {
  readonly now: Instant;
  readonly person: string;
}

/**
 * A value that a JSON Schema allows: its own `example`, `examples` or `default` where it has one, else the smallest
 * that its keywords ask for. A `pattern` cannot be made up; a field with one needs an example.
 */
export function exampleValue(schema: JsonSchema, context: ExampleContext): Json {
  return example(schema, isObject(schema) ? schema : {}, context, 0);
}

function example(schema: Json | undefined, root: JsonObject, context: ExampleContext, depth: number): Json {
  if (!isObject(schema) || depth > 20) return {};
  const given =
    schema.const ?? schema.example ?? first(schema.examples) ?? schema.default ?? first(schema.enum);
  if (given !== undefined) return typeof given === 'string' ? withinDays(given, schema) : given;
  const deeper = (part: Json | undefined): Json => example(part, root, context, depth + 1);
  if (typeof schema.$ref === 'string') return deeper(resolve(root, schema.$ref));
  const choice = first(schema.oneOf) ?? first(schema.anyOf);
  const parts = [...listOf(schema.allOf), ...(choice === undefined ? [] : [choice])];
  switch (typeOf(schema)) {
    case 'object':
      return Object.assign(
        objectExample(schema, deeper),
        ...parts.map(part => objectOnly(deeper(part))),
      ) as Json;
    case 'array':
      return Array.from({ length: numberOr(schema.minItems, 0) }, () => deeper(schema.items));
    case 'string':
      return textExample(schema, context);
    case 'integer':
    case 'number':
      return numberExample(schema);
    case 'boolean':
      return false;
    default:
      return parts.length > 0 ? deeper(parts[0]) : {};
  }
}

function objectExample(schema: JsonObject, deeper: (part: Json | undefined) => Json): Record<string, Json> {
  const properties = isObject(schema.properties) ? schema.properties : {};
  return Object.fromEntries(
    listOf(schema.required).map(name => [String(name), deeper(properties[String(name)])]),
  );
}

function textExample(schema: JsonObject, { now, person }: ExampleContext): string {
  switch (schema.format) {
    case 'date':
      return withinDays(dateAt(now), schema);
    case 'date-time':
      return iso(now);
    case 'duration':
      return 'P14D';
    case 'cpr':
      return person;
    case 'email':
      return 'someone@example.dk';
    case 'document':
    case 'uuid':
      return '00000000-0000-4000-8000-000000000000';
    case 'uri':
      return 'https://example.dk/';
    default:
      return 'example'.padEnd(numberOr(schema.minLength, 0), '.');
  }
}

/** The day itself, or the nearest that the bounds allow. */
function withinDays(day: string, schema: JsonObject): string {
  if (schema.format !== 'date') return day;
  const { formatMinimum, formatExclusiveMinimum: after } = schema;
  const { formatMaximum, formatExclusiveMaximum: before } = schema;
  const from = typeof after === 'string' ? addPeriod(after, 'P1D') : formatMinimum;
  const to = typeof before === 'string' ? subtractPeriod(before, 'P1D') : formatMaximum;
  if (typeof from === 'string' && day < from) return from;
  return typeof to === 'string' && day > to ? to : day;
}

function numberExample(schema: JsonObject): number {
  const step = numberOr(schema.multipleOf, 1);
  const above = numberOr(schema.exclusiveMinimum, Number.NEGATIVE_INFINITY);
  const least = Math.max(numberOr(schema.minimum, Number.NEGATIVE_INFINITY), above);
  if (least === Number.NEGATIVE_INFINITY) return Math.min(0, numberOr(schema.maximum, 0));
  const value = Math.ceil(least / step) * step;
  return value === above ? value + step : value;
}

function typeOf(schema: JsonObject): Json | undefined {
  const type = Array.isArray(schema.type) ? first(schema.type) : schema.type;
  return type ?? (isObject(schema.properties) || schema.required !== undefined ? 'object' : undefined);
}

function objectOnly(value: Json): object {
  return isObject(value) ? value : {};
}

function numberOr(value: Json | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function first(value: Json | undefined): Json | undefined {
  return Array.isArray(value) ? (value as readonly Json[])[0] : undefined;
}
