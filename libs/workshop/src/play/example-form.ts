import { FormValidator, readOnlyFields } from '#journey';
import { isObject, type Json, type JsonObject, type JsonSchema, propertiesOf } from '#schema';
import { type ExampleContext, exampleValue } from './example-value.js';

/** An example of a form's data that also fits its conditions. A read-only field is as it is filled in. */
export function exampleForm(
  schema: JsonSchema,
  context: ExampleContext,
  prefill: Readonly<Record<string, Json>> = {},
): Json {
  const example = exampleValue(schema, context);
  if (!isObject(example) || !isObject(schema)) return example;
  const data: Record<string, Json | undefined> = { ...example };
  for (const name of readOnlyFields(schema)) {
    if (prefill[name] !== undefined) data[name] = prefill[name];
  }
  repairForm(schema, data, (_, field) => exampleValue({ ...field, $defs: schema.$defs ?? {} }, context));
  return data;
}

/** *Repair*: what the conditions of a form still require is added to its data, and what they do not ask for is taken out. */
export function repairForm(
  schema: JsonSchema,
  data: Record<string, Json | undefined>,
  valueOf: (name: string, field: JsonObject) => Json,
): void {
  const validator = new FormValidator(schema);
  const fields = propertiesOf(schema);
  // Each round asks or drops at least one field.
  for (let round = 0; round < 2 * Object.keys(fields).length; round += 1) {
    const wrong = validator.errors(data).flatMap(({ path, code }) => {
      const name = path.slice(1);
      const known = Object.hasOwn(fields, name) && ['required', 'notAsked'].includes(code);
      return known ? [{ name, code }] : [];
    });
    if (wrong.length === 0) break;
    for (const { name, code } of wrong) {
      if (code === 'notAsked') delete data[name];
      else data[name] = valueOf(name, fields[name]!);
    }
  }
}
