import { daysBetween, type IsoDate, startOfDay } from '#calendar';
import { type ServiceCatalogue } from '#journey';
import { type Json } from '#statechart';
import { exampleValue } from './example-value.js';
import { PlayError } from './play-error.js';
import { retold } from './retold.js';

/** A request to a service, and the day on which it is answered. */
export interface RequestToAnswer {
  readonly service: string;
  readonly input: Json;
  readonly on: IsoDate;
}

/**
 * The example of a service's contract as an answer to this request: what it repeats of its own request it repeats of this
 * one, and its other dates keep their distance to the day of the answer.
 *
 * @param person who is meant by a person of the example whom the request does not name
 */
export function exampleAnswer(
  catalogue: ServiceCatalogue,
  { service, input, on }: RequestToAnswer,
  person: (example: string) => string = example => example,
): Json {
  const contract = catalogue.service(service);
  if (!contract) throw new PlayError(`No authority offers ${service}.`);
  const told = contract.example?.input;
  const example = exampleValue(contract.answer, { now: startOfDay(on), person: 'somebody' });
  return retold(example, contract.answer, {
    person,
    days: daysSinceExamples(catalogue, contract.authority, on),
    ...(told !== undefined && { asked: { input, told } }),
  });
}

/** How many days later than the examples of an authority it is; 0 when they are of no day. */
export function daysSinceExamples(catalogue: ServiceCatalogue, authority: string, on: IsoDate): number {
  const told = catalogue.authority(authority)?.examplesAsOf;
  return told === undefined ? 0 : daysBetween(told, on);
}
