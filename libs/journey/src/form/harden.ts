import { isObject, type JsonSchema, mapSubschemas } from '#schema';
import { type JsonObject } from '#statechart';

/** Bounds for what a form leaves open, by type. */
const INTEGERS = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
const BOUNDS: Readonly<Record<string, JsonObject>> = {
  string: { maxLength: 1000 },
  array: { maxItems: 100 },
  integer: INTEGERS,
  number: INTEGERS,
};

/**
 * The same schema with every object closed, every text and list bounded and numbers kept to those that JSON and
 * JavaScript agree on. What the form says itself stays.
 */
export function harden(schema: JsonSchema): JsonSchema {
  const hard = hardened(schema, true);
  if (!isObject(hard)) return hard;
  // Two versions of a journey have forms of the same name; as identities they would collide.
  const { $id: _name, ...rest } = hard;
  return rest;
}

/** @param closing false for a branch: were it closed, no other branch could add a field to the same data */
function hardened(schema: JsonSchema, closing: boolean): JsonSchema {
  if (!isObject(schema)) return schema;
  const said = mapSubschemas(schema, (part, to) =>
    // A bound would let through what is beyond it.
    to === 'complement' ? part : hardened(part, to === 'members' || to === 'items'),
  );
  const types = [schema['type']].flat();
  const bounds = Object.assign({}, ...types.map(type => BOUNDS[String(type)])) as JsonObject;
  const isObjectSchema = types.includes('object') || isObject(schema['properties']) || '$ref' in schema;
  const isOpen = !('additionalProperties' in schema) && !('unevaluatedProperties' in schema);
  const closed = closing && isObjectSchema && isOpen ? { unevaluatedProperties: false } : {};
  return { ...bounds, ...closed, ...said };
}
