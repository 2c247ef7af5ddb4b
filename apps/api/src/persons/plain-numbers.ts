import { cprNumber } from '#schema';
import { type Json } from '#statechart';

/** Normalisation: the same data with every CPR number in it written alike, with which two requests are compared. */
export function withPlainNumbers(data: Json): Json {
  return JSON.parse(
    JSON.stringify(data, (_key, value: Json) =>
      typeof value === 'string' ? (cprNumber(value) ?? value) : value,
    ),
  ) as Json;
}
