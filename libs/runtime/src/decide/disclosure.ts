import { type ServiceContract } from '#journey';
import { isObject, personsNamedIn } from '#schema';
import { type Json } from '#statechart';
import { type Disclosure } from '../journey-record.js';

/** What giving `input` to a service discloses; undefined when nothing personal is in it. */
export function disclosureOf(contract: ServiceContract, input: Json): Disclosure | undefined {
  const categories = new Set<string>();
  for (const field of isObject(input) ? Object.keys(input) : []) {
    const category = contract.categories[field];
    if (category !== undefined) categories.add(category);
  }
  if (categories.size === 0) return undefined;
  return {
    persons: personsNamedIn(input, contract.input),
    categories: [...categories],
    ground: contract.ground?.da ?? '',
  };
}
