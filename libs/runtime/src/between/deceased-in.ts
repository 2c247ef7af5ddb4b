import { isObject, type JsonSchema, propertiesOf } from '#schema';
import { type Json } from '#statechart';

/** Persons of whom a report says that they have died (`x-deceased` in its contract). */
export function deceasedIn(schema: JsonSchema, data: Json): readonly string[] {
  return markedIn('x-deceased', schema, data);
}

/** Persons of whom a report says that their death was a mistake (`x-alive` in its contract). */
export function aliveIn(schema: JsonSchema, data: Json): readonly string[] {
  return markedIn('x-alive', schema, data);
}

function markedIn(mark: 'x-deceased' | 'x-alive', schema: JsonSchema, data: Json): readonly string[] {
  return Object.entries(propertiesOf(schema)).flatMap(([name, field]) => {
    const person = isObject(data) ? data[name] : undefined;
    const isMarked = isObject(field) && field[mark] === true;
    return isMarked && typeof person === 'string' ? [person] : [];
  });
}
