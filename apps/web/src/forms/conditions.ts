import { Ajv2020 } from 'ajv/dist/2020.js';
import { LRUCache } from 'lru-cache';
import { isObject, type JsonObject, listOf, propertiesOf } from '#schema';

const ajv = new Ajv2020({ strict: false, validateFormats: false, addUsedSchema: false, logger: false });
/** Conditions are few, and the same for everybody who fills a form in on a day. */
const compiled = new LRUCache<string, (data: JsonObject) => boolean>({ max: 500 });

/**
 * *Conditional fields*: the `if`, `then` and `else` of a form's `allOf`. A field whose schema is `false` is not asked.
 */
export class Conditions {
  readonly #conditions: readonly JsonObject[];

  constructor(schema: JsonObject) {
    this.#conditions = listOf(schema['allOf'] ?? []).filter(isObject);
  }

  /** Names of the fields that are not asked. */
  notAsked(data: JsonObject): ReadonlySet<string> {
    // What is not asked counts as not answered, and others may hang on it.
    let hidden = new Set<string>();
    for (let turn = 0; turn <= this.#conditions.length; turn += 1) {
      const answered = Object.fromEntries(Object.entries(data).filter(([name]) => !hidden.has(name)));
      const next = new Set(this.#branches(answered).flatMap(falseFields));
      if (next.size === hidden.size) return next;
      hidden = next;
    }
    return hidden;
  }

  /** Names of the fields that must be filled in because of what else is. */
  required(data: JsonObject): ReadonlySet<string> {
    return new Set(this.#branches(data).flatMap(branch => listOf(branch['required'] ?? []).map(String)));
  }

  #branches(data: JsonObject): readonly JsonObject[] {
    return this.#conditions.flatMap(condition => {
      if (condition['if'] === undefined) return [];
      const branch = condition[fits(condition['if'] as JsonObject, data) ? 'then' : 'else'];
      return branch !== undefined && isObject(branch) ? [branch] : [];
    });
  }
}

function falseFields(branch: JsonObject): readonly string[] {
  const properties = isObject(branch['properties']) ? branch['properties'] : {};
  return Object.keys(propertiesOf(branch)).filter(name => properties[name] === false);
}

function fits(schema: JsonObject, data: JsonObject): boolean {
  const key = JSON.stringify(schema);
  let validate = compiled.get(key);
  if (!validate) {
    const checked = ajv.compile(schema);
    validate = given => checked(given) as boolean;
    compiled.set(key, validate);
  }
  return validate(data);
}
