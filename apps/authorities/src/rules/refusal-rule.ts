import { addPeriod, type IsoDate } from '#calendar';
import { type JsonObject } from '#statechart';

/** What a rule of an authority may look at. */
export interface RuleOccasion {
  readonly input: JsonObject;
  readonly today: IsoDate;
  /** The requests for another operation of the same authority whose effect stands. */
  standing(operation: string): readonly JsonObject[];
  /** What another operation of the same authority has been told to answer for the persons of the request. */
  known(operation: string): JsonObject;
}

/** A rule by which an authority refuses: gives the code of the refusal, or undefined to let the request pass. */
export type RefusalRule = (occasion: RuleOccasion) => string | undefined;

/** A rule by which an authority answers: gives the fields that are not those of the example. */
export type AnswerRule = (occasion: RuleOccasion) => JsonObject;

/** Rules by service id. */
export type AnswerRules = Readonly<Record<string, AnswerRule>>;

/** Rules by service id. */
export type RefusalRules = Readonly<Record<string, RefusalRule>>;

/** A text field of a request, or undefined. */
export function text(input: JsonObject, field: string): string | undefined {
  const value = input[field];
  return typeof value === 'string' ? value : undefined;
}

/** A numeric field of a request, 0 when it is left out. */
export function amount(input: JsonObject, field: string): number {
  const value = input[field];
  return typeof value === 'number' ? value : 0;
}

/** Whether a list of persons holds every one of `persons`. */
export function namesAll(input: JsonObject, list: string, persons: readonly (string | undefined)[]): boolean {
  const named = input[list];
  return Array.isArray(named) && persons.every(person => person === undefined || named.includes(person));
}

/** Whether a period since a day is over; not while the day is unknown. */
export function hasPassed(since: IsoDate | undefined, period: string, today: IsoDate): boolean {
  return since !== undefined && today > addPeriod(since, period);
}
