import { createHash } from 'node:crypto';
import { type Service } from '#authorities';
import { daysBetween, type IsoDate, movedBy } from '#calendar';
import { substituted } from '#schema';
import { type JsonObject } from '#statechart';
import { decisionDays, isPastDay, toldOn } from './told-on.js';

const MOST_SHIFTED = 1_000;

/** What an answer is made from, beside the examples of the contract. */
export interface AnswerOccasion {
  readonly input: JsonObject;
  /** The idempotency key: the same key gets the same identifiers. */
  readonly key: string;
  /** The day on which it is answered. */
  readonly today: IsoDate;
  /** The day on which the examples are told. */
  readonly examplesAsOf: IsoDate;
}

/**
 * An answer that makes sense for this very request: the contract's example, in which whatever the example's request says
 * is replaced by what this request says, other dates keep their distance to today, and identifiers are new. A decision is of the
 * day on which it is given, and nothing has been done on a day to come.
 */
export function composeAnswer(service: Service, occasion: AnswerOccasion): JsonObject {
  const { input, key, today, examplesAsOf } = occasion;
  const { answer, input: told } = service.example;
  const exchange = { told, input };
  const asOf = toldOn(service, input, examplesAsOf);
  const decided = decisionDays(service).filter(field => Object.hasOwn(answer, field));
  const composed = substituted(answer, service.answer, exchange, (text, schemas, name) => {
    if (schemas.say('x-identifier', true)) return identifier(text, key);
    if (!schemas.say('format', 'date')) return text;
    const day = shift(text, asOf, today);
    return isPastDay(name) && day > today ? today : day;
  });
  return {
    ...(composed as JsonObject),
    ...Object.fromEntries(decided.map(field => [field, today])),
  };
}

/** The example with other digits, the same for the same key. */
function identifier(example: string, key: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(`${example}:${key}`).digest('hex')}`).toString();
  let next = 0;
  // A year in a number is no part of what tells two cases apart.
  return example.replace(/(?<![0-9])20[0-9]{2}(?![0-9])|[0-9]/g, match =>
    match.length === 4 ? match : (digits[next++ % digits.length] ?? match),
  );
}

const shifted = new Map<string, IsoDate>();

/** A date of the examples at its distance from today. Memoised: all answers of a day shift the same few dates. */
function shift(date: IsoDate, asOf: IsoDate, today: IsoDate): IsoDate {
  const key = `${date} ${asOf} ${today}`;
  let result = shifted.get(key);
  if (result === undefined) {
    if (shifted.size >= MOST_SHIFTED) shifted.clear();
    result = movedBy(date, daysBetween(asOf, today));
    shifted.set(key, result);
  }
  return result;
}
