import { isDeepStrictEqual } from 'node:util';
import { ApplicableSchemas } from './applicable-schemas.js';
import { type JsonSchema } from './applicators.js';
import { isObject, type Json, type JsonObject } from './json.js';

/** The request that an example answers, and the one that is answered by the example. */
export interface AskedAndTold {
  readonly told: JsonObject;
  readonly input: JsonObject;
}

/**
 * Substitution in an example: what it repeats of its own request, it repeats of the other.
 *
 * @param textOf what becomes of any other text; it is told the member that the text is
 */
export function substituted(
  example: Json,
  schema: JsonSchema,
  exchange: AskedAndTold,
  textOf: (text: string, schemas: ApplicableSchemas, name: string | undefined) => Json,
): Json {
  const visit = (value: Json, schemas: ApplicableSchemas, name?: string): Json => {
    const echoed = echo(value, schemas, name, exchange);
    if (echoed !== undefined) return echoed;
    if (Array.isArray(value)) {
      return (value as readonly Json[]).map((item, index) => visit(item, schemas.at(index)));
    }
    if (isObject(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([key, member]) => [key, visit(member ?? null, schemas.at(key), key)]),
      );
    }
    return typeof value === 'string' ? textOf(value, schemas, name) : value;
  };
  return visit(example, ApplicableSchemas.of(schema));
}

/**
 * What a request says in place of a value of an example's answer, where the example's own request says that value too.
 *
 * @param schemas those of the value
 * @param name the member of the answer that it is; undefined for an item of a list
 */
export function echo(
  value: Json,
  schemas: ApplicableSchemas,
  name: string | undefined,
  { told, input }: AskedAndTold,
): Json | undefined {
  if (name !== undefined && isDeepStrictEqual(told[name], value)) return input[name];
  // Other values than persons, dates and lists are equal by chance more often than by meaning.
  const telling = Array.isArray(value)
    ? value.length > 0
    : schemas.say('format', 'cpr') || schemas.say('format', 'date');
  const same = telling ? Object.keys(told).find(key => isDeepStrictEqual(told[key], value)) : undefined;
  return same === undefined ? undefined : input[same];
}
