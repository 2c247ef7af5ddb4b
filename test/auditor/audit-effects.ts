import { type ReplayedDispatch } from '../support/replayed.js';
import { type Effect } from './accounts.js';
import { type Claim, none, same } from './finding.js';
import { type Audit, type JourneyCase, decided, idOf } from './journey-case.js';

/**
 * Every dispatch was decided on once by the authority it was for, in the way that the journal says; and authorities decided on
 * nothing else in the name of the journey.
 */
export const auditEffects: Audit = of => {
  const asked = new Set(of.replayed.dispatches.map(dispatch => idOf(of, dispatch)));
  const strange = of.effects
    .filter(({ key }) => !asked.has(key))
    .map(({ key, service }) => `${key} ${service}`);
  return [
    ...none('effect', 'what nobody asked for', strange),
    ...of.replayed.dispatches.flatMap(dispatch => auditDispatch(of, dispatch)),
  ];
};

function auditDispatch(of: JourneyCase, dispatch: ReplayedDispatch): Claim[] {
  const id = idOf(of, dispatch);
  const entries = decided(of.effects, id);
  const [entry] = entries;
  if (entries.length > 1 || (mustBeDecided(dispatch) && !entry)) {
    return same('effect', `how often ${id} ${dispatch.service} was done`, 1, entries.length);
  }
  if (!entry) return [];
  const digests = of.effects.filter(({ key }) => key === id).map(({ digest }) => digest);
  return [
    ...same('effect', `service of ${id}`, dispatch.service, entry.service),
    ...same('effect', `fields of ${id}`, Object.keys(dispatch.input ?? {}).sort(), [...entry.fields].sort()),
    ...(entry.input === undefined ? [] : same('effect', `input of ${id}`, dispatch.input, entry.input)),
    ...same('effect', `what came under ${id}`, [entry.digest], [...new Set(digests)]),
    ...auditKind(of, id, dispatch, entry),
  ];
}

/** What the journal says an authority has answered, it has. What ops said in its place it may never have seen. */
function mustBeDecided({ status, by }: ReplayedDispatch): boolean {
  return status !== 'open' && status !== 'stopped' && by?.startsWith('authority:') === true;
}

function auditKind(of: JourneyCase, id: string, dispatch: ReplayedDispatch, entry: Effect): Claim[] {
  const { status, service, undoes, code } = dispatch;
  const done =
    undoes !== undefined
      ? 'compensation'
      : of.compiled.catalogue.service(service)?.effect === 'none'
        ? 'read'
        : 'effect';
  if (!mustBeDecided(dispatch)) {
    return same('effect', `kind of ${id}`, true, entry.kind === done || entry.kind === 'refusal');
  }
  const refused = status === 'refused';
  return [
    ...same('effect', `kind of ${id}`, refused ? 'refusal' : done, entry.kind),
    ...same('effect', `refusal of ${id}`, refused ? code : undefined, entry.code),
  ];
}
