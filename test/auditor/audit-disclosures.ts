import { type Disclosure, type DispatchRecord } from '#runtime';
import { personsNamedIn } from '#schema';
import { type ReplayedDispatch } from '../support/replayed.js';
import { type Claim, same } from './finding.js';
import { type Audit, type JourneyCase, decided, idOf } from './journey-case.js';

/** What the citizen is told. */
type Said = Disclosure &
  Pick<DispatchRecord, 'authority' | 'service'> &
  Pick<ReplayedDispatch, 'state' | 'undoes'>;

/**
 * Each time an authority was given data its dispatch says so, with the same categories, and each disclosure stands for data that
 * an authority was given. A disclosure is committed with the dispatch, before the authority is asked: while there is no answer,
 * and for a dispatch that was stopped or answered by ops, it may be that nothing was given.
 */
export const auditDisclosures: Audit = of =>
  of.replayed.dispatches.flatMap(dispatch => auditDispatch(of, dispatch));

function auditDispatch(of: JourneyCase, dispatch: ReplayedDispatch): Claim[] {
  const id = idOf(of, dispatch);
  const stored = of.dispatches.find(one => one.id === id);
  const said = stored?.disclosure && comparable({ ...stored, ...stored.disclosure });
  const expected = expectedOf(of, dispatch);
  const claims = same('disclosure', id, expected, said);
  const [entry] = decided(of.effects, id);
  if (claims.length > 0 || !entry) return claims;
  return same(
    'disclosure',
    `categories given with ${id}`,
    expected?.categories ?? [],
    sorted(entry.categories),
  );
}

/** What giving this input to this service discloses, by its contract. */
function expectedOf(of: JourneyCase, dispatch: ReplayedDispatch): Said | undefined {
  const contract = of.compiled.catalogue.service(dispatch.service);
  if (!contract) return undefined;
  const fields = Object.keys(dispatch.input ?? {});
  const categories = fields.flatMap(field => contract.categories[field] ?? []);
  if (categories.length === 0) return undefined;
  return comparable({
    authority: dispatch.authority,
    service: dispatch.service,
    state: dispatch.state,
    undoes: dispatch.undoes,
    persons: personsNamedIn(dispatch.input, contract.input),
    categories,
    ground: contract.ground?.da ?? '',
  });
}

function comparable({ authority, service, state, undoes, persons, categories, ground }: Said): Said {
  return {
    authority,
    service,
    state,
    undoes,
    persons: sorted(persons),
    categories: sorted(categories),
    ground,
  };
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
