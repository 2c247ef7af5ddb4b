import { dateAt, isIsoDate, movedBy } from '#calendar';
import { isObject, type JsonSchema, substituted } from '#schema';
import { type Json } from '#statechart';

/** Who and when an example is told of in place of its own persons and days. */
export interface Retelling {
  readonly person: (example: string) => string;
  /** How many days later than the example. */
  readonly days: number;
  /** The request that is answered, and the one that the example answers. */
  readonly asked?: { readonly input: Json; readonly told: Json };
}

/**
 * Substitution in an example of a contract: its persons are the players', its dates keep their distance to today, and
 * what it repeats of its own request it repeats of this one.
 */
export function retold(example: Json, schema: JsonSchema, { person, days, asked }: Retelling): Json {
  const exchange = {
    told: isObject(asked?.told) ? asked.told : {},
    input: isObject(asked?.input) ? asked.input : {},
  };
  return substituted(example, schema, exchange, (text, schemas) => {
    if (schemas.say('format', 'cpr')) return person(text);
    if (schemas.say('format', 'date') && isIsoDate(text)) return movedBy(text, days);
    return schemas.say('format', 'date-time') ? laterInstant(text, days) : text;
  });
}

function laterInstant(text: string, days: number): string {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) return text;
  return text.replace(/^\d{4}-\d{2}-\d{2}/, movedBy(dateAt(instant), days));
}
