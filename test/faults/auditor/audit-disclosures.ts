import { personsIn } from '#authorities';
import type { Disclosure } from '#runtime';
import type { ReplayedDispatch } from '../../support/index.js';
import { decided, idOf } from './audit-case.js';
import type { Audit, Case } from './audit-case.js';
import { none, same } from './finding.js';
import type { Claim } from './finding.js';

/**
 * Each time an authority was given data there is one disclosure that says so, with the same categories, and each disclosure
 * stands for data that an authority was given. A disclosure is committed with the dispatch, before the authority is asked:
 * while there is no answer, and for a dispatch that was stopped or answered by ops, it may be that nothing was given.
 */
export const auditDisclosures: Audit = of => {
  const known = new Set(of.replayed.dispatches.map(dispatch => idOf(of, dispatch)));
  const strange = of.disclosures.map(({ dispatch }) => dispatch).filter(id => !known.has(id));
  return [
    ...none('disclosure', 'of what was never asked', strange),
    ...of.replayed.dispatches.flatMap(dispatch => auditDispatch(of, dispatch)),
  ];
};

function auditDispatch(of: Case, dispatch: ReplayedDispatch): Claim[] {
  const id = idOf(of, dispatch);
  const disclosed = of.disclosures.filter(one => one.dispatch === id);
  const expected = expectedOf(of, dispatch);
  if (disclosed.length > 1) return same('disclosure', `how often ${id} is disclosed`, 1, disclosed.length);
  const claims = same('disclosure', id, expected, disclosed[0] && comparable(disclosed[0]));
  const [entry] = decided(of.ledger, id);
  if (claims.length > 0 || !entry) return claims;
  return same(
    'disclosure',
    `categories given with ${id}`,
    expected?.categories ?? [],
    sorted(entry.categories),
  );
}

/** What giving this input to this service discloses, by its contract. */
function expectedOf(of: Case, dispatch: ReplayedDispatch): Disclosure | undefined {
  const contract = of.compiled.catalogue.service(dispatch.service);
  if (!contract) return undefined;
  const fields = Object.keys(dispatch.input ?? {});
  const categories = fields.flatMap(field => contract.categories[field] ?? []);
  if (categories.length === 0) return undefined;
  return comparable({
    dispatch: idOf(of, dispatch),
    authority: contract.authority,
    service: dispatch.service,
    step: dispatch.step,
    persons: personsIn(dispatch.input, contract.input),
    categories,
    ground: contract.ground?.da ?? '',
  });
}

function comparable({
  dispatch,
  authority,
  service,
  step,
  persons,
  categories,
  ground,
}: Disclosure): Disclosure {
  return {
    dispatch,
    authority,
    service,
    step,
    persons: sorted(persons),
    categories: sorted(categories),
    ground,
  };
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
