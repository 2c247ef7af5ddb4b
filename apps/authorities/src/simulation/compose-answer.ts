import { createHash } from 'node:crypto';
import { type Service } from '#authorities';
import { daysBetween, type IsoDate, movedBy } from '#calendar';
import { substituted } from '#schema';
import { type JsonObject } from '#statechart';

const MOST_SHIFTED = 1_000;

/** What an answer is made from, beside the examples of the contract. */
export interface AnswerOccasion {
  readonly input: JsonObject;
  /** The idempotency key: the same key gets the same identifiers. */
  readonly key: string;
  readonly today: IsoDate;
  /** The day on which the examples are told. */
  readonly examplesAsOf: IsoDate;
}

/**
 * An answer that makes sense for this very request: the contract's example, in which whatever the example's request says
 * is replaced by what this request says, other dates keep their distance to today, and identifiers are new.
 */
export function composeAnswer(service: Service, occasion: AnswerOccasion): JsonObject {
  const exchange = { told: service.example.input, input: occasion.input };
  return substituted(service.example.answer, service.answer, exchange, (text, schemas) => {
    if (schemas.say('x-identifier', true)) return identifier(text, occasion.key);
    return schemas.say('format', 'date') ? shift(text, occasion) : text;
  }) as JsonObject;
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
function shift(date: IsoDate, { examplesAsOf, today }: AnswerOccasion): IsoDate {
  const key = `${date} ${examplesAsOf} ${today}`;
  let result = shifted.get(key);
  if (result === undefined) {
    if (shifted.size >= MOST_SHIFTED) shifted.clear();
    result = movedBy(date, daysBetween(examplesAsOf, today));
    shifted.set(key, result);
  }
  return result;
}
