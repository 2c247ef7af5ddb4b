import { type Case, same } from './evidence.js';

/**
 * Whatever an authority was given, a disclosure says so, once and rightly; and every disclosure is of something that was asked. That
 * what was asked and answered did reach the authority is for the answers to show; what was stopped before it came that far was
 * disclosed to be on the safe side.
 */
export function* disclosuresFitTheLedger({
  row,
  compiled,
  ledger,
  dispatches,
  world,
}: Case): Iterable<string> {
  const disclosures = world.stores.tables.disclosures.filter(({ journey }) => journey === row.id);
  for (const { key, service, input } of ledger) {
    const given = Object.keys(input as object).flatMap(
      field => compiled.catalogue.service(service)?.categories[field] ?? [],
    );
    const categories = [...new Set(given)].sort();
    const found = disclosures.filter(({ dispatch }) => dispatch === key);
    if (found.length !== (categories.length > 0 ? 1 : 0))
      yield `${key} ${service}: ${found.length} disclosures`;
    for (const disclosure of found) {
      if (disclosure.service === service && same([...disclosure.categories].sort(), categories)) continue;
      yield `${key}: given ${categories.join(' ')} to ${service}, said ${JSON.stringify(disclosure)}`;
    }
  }
  for (const { dispatch } of disclosures) {
    if (!dispatches.some(({ id }) => id === dispatch)) yield `${dispatch} is disclosed, and was never asked`;
  }
}
