import { type JsonSchema } from './applicators.js';
import { isObject, type Json, type JsonObject, listOf } from './json.js';
import { resolve } from './resolve.js';
import { subschemas } from './visit.js';

/** Keys of what no schema names. */
const ANY_MEMBER = Symbol('any member');
const ANY_ITEM = Symbol('any item');

const kept = new WeakMap<JsonObject, ApplicableSchemas>();

/**
 * Every subschema that may apply to one value: behind references and in each branch of a choice or condition, whichever of
 * them the value fits (decisions/0001). All of them are gathered before a member is looked at, so that the time grows
 * with schema and data alone, also with a schema that refers to itself. What was gathered for a schema is kept as long as
 * the schema: contracts and forms are few, and data under them comes with every step of a journey.
 */
export class ApplicableSchemas {
  readonly #root: JsonSchema;
  readonly #schemas: ReadonlySet<JsonObject>;
  readonly #parts = new Map<string | number | symbol, ApplicableSchemas>();

  private constructor(root: JsonSchema, schemas: ReadonlySet<JsonObject>) {
    this.#root = root;
    this.#schemas = schemas;
  }

  /** Those of the data as a whole. */
  static of(schema: JsonSchema): ApplicableSchemas {
    let schemas = isObject(schema) ? kept.get(schema) : undefined;
    if (!schemas) {
      schemas = new ApplicableSchemas(schema, closure(schema, [schema]));
      if (isObject(schema)) kept.set(schema, schemas);
    }
    return schemas;
  }

  get none(): boolean {
    return this.#schemas.size === 0;
  }

  /** Whether one of them has a keyword with this value. */
  say(keyword: string, value: Json): boolean {
    for (const schema of this.#schemas) if (schema[keyword] === value) return true;
    return false;
  }

  /** The texts that they have as a keyword's value, each once. */
  textsOf(keyword: string): readonly string[] {
    const texts = [...this.#schemas].map(schema => schema[keyword]);
    return [...new Set(texts)].filter(text => typeof text === 'string');
  }

  /** Those of a member or an item of the value. */
  at(key: string | number): ApplicableSchemas {
    const name = this.#names(key) ? key : typeof key === 'number' ? ANY_ITEM : ANY_MEMBER;
    let schemas = this.#parts.get(name);
    if (!schemas) {
      const parts = [...this.#schemas].flatMap(schema => partsAt(schema, key));
      schemas = new ApplicableSchemas(this.#root, closure(this.#root, parts));
      this.#parts.set(name, schemas);
    }
    return schemas;
  }

  #names(key: string | number): boolean {
    for (const schema of this.#schemas) if (names(schema, key)) return true;
    return false;
  }
}

/** With all that they refer to or branch into. */
function closure(root: JsonSchema, given: readonly (Json | undefined)[]): ReadonlySet<JsonObject> {
  const schemas = new Set(given.filter(isObject));
  // A set also goes through what is added to it meanwhile, and through nothing twice.
  for (const schema of schemas) {
    const target = resolve(root, schema['$ref']);
    if (isObject(target)) schemas.add(target);
    for (const { schema: part, to } of subschemas(schema)) {
      if (isObject(part) && to === 'same') schemas.add(part);
    }
  }
  return schemas;
}

/** Whether a schema has a subschema for this very member or item. */
function names({ properties, prefixItems }: JsonObject, key: string | number): boolean {
  return typeof key === 'number'
    ? key < listOf(prefixItems).length
    : isObject(properties) && Object.hasOwn(properties, key);
}

/** A name may fit any pattern: to try them would cost time that grows faster than the name. */
function partsAt(schema: JsonObject, key: string | number): readonly (Json | undefined)[] {
  if (typeof key === 'number') {
    return [
      listOf(schema['prefixItems'])[key] ?? schema['items'],
      schema['contains'],
      schema['unevaluatedItems'],
    ];
  }
  const { properties, patternProperties } = schema;
  const patterns = isObject(patternProperties) ? Object.values(patternProperties) : [];
  return names(schema, key)
    ? [(properties as JsonObject)[key], ...patterns]
    : [schema['additionalProperties'], schema['unevaluatedProperties'], ...patterns];
}
