import { subtractPeriod } from '#calendar';
import { type Telling } from '#journey';
import { type Json } from '#statechart';

/** The value of a field by its name. */
export function fieldAt(value: Json, name: string): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)[name]
    : undefined;
}

/** The text of a field that a contract names; absent as well where it is empty. */
export function textAt(data: Json, name: string | undefined): string | undefined {
  const value = name === undefined ? undefined : fieldAt(data, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The last day that a telling says, whether by itself or by the day after it. */
export function lastDayAt(data: Json, period: Telling['period']): string | undefined {
  const after = textAt(data, period?.before);
  return after === undefined ? textAt(data, period?.until) : subtractPeriod(after, 'P1D');
}
