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
 */
export function exampleAnswer(catalogue: ServiceCatalogue, { service, input, on }: RequestToAnswer): Json {
  const contract = catalogue.service(service);
  if (!contract) throw new PlayError(`No authority offers ${service}.`);
  const told = contract.example?.input;
  const asOf = catalogue.authority(contract.authority)?.examplesAsOf;
  const example = exampleValue(contract.answer, { now: startOfDay(on), person: 'somebody' });
  return retold(example, contract.answer, {
    person: person => person,
    days: asOf === undefined ? 0 : daysBetween(asOf, on),
    ...(told !== undefined && { asked: { input, told } }),
  });
}
