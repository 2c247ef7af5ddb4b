import { isObject, type JsonSchema, propertiesOf } from '#schema';
import { type Json } from '#statechart';

/** Persons of whom a report says that they have died (`x-deceased` in its contract). */
export function deceasedIn(schema: JsonSchema, data: Json): readonly string[] {
  return Object.entries(propertiesOf(schema)).flatMap(([name, field]) => {
    const person = isObject(data) ? data[name] : undefined;
    const isDead = isObject(field) && field['x-deceased'] === true;
    return isDead && typeof person === 'string' ? [person] : [];
  });
}
