import { type Case, same } from './evidence.js';

/**
 * Whatever an authority was given, the disclosure of its dispatch says so, and rightly. That what was asked and answered did reach the
 * authority is for the answers to show; what was stopped before it came that far was disclosed to be on the safe side.
 */
export function* disclosuresFitTheLedger({ compiled, ledger, dispatches }: Case): Iterable<string> {
  for (const { key, service, input } of ledger) {
    const given = Object.keys(input as object).flatMap(
      field => compiled.catalogue.service(service)?.categories[field] ?? [],
    );
    const categories = [...new Set(given)].sort();
    const asked = dispatches.find(({ id }) => id === key);
    const said = asked?.disclosure && [...asked.disclosure.categories].sort();
    const expected = categories.length > 0 ? categories : undefined;
    if (asked?.service === service && same(said, expected)) continue;
    yield `${key}: given ${categories.join(' ')} to ${service}, said ${JSON.stringify(asked)}`;
  }
}
