import { isRecord, type SourcePath } from '#journey';
import { type Spot } from '../spot.js';
import { keyPlace, type Term } from '../term.js';

/**
 * Name resolution of targets, as XState does it: the states beside, `.inside`, and by `#id`; further in, those inside
 * the one that was typed so far.
 */
export function targetTerms(spot: Spot): Term[] {
  const here = spot.statePlace;
  const typed = spot.place.typed.trim();
  if (spot.keys.includes('initial')) return initialTerms(spot);
  const known = [...inside(spot, parentOf(here), ''), ...inside(spot, here, '.'), ...byId(spot, root(here))];
  return [...known, ...deeper(spot, known, typed)].map(({ at: _, ...term }) => quotedAsNeeded(spot, term));
}

/** An id that is not in quotes would be a comment. */
function quotedAsNeeded({ place }: Spot, term: Term): Term {
  return term.name.startsWith('#') && !place.quoted ? { ...term, name: `'${term.name}'` } : term;
}

/** The states directly inside the one around the cursor: where it may begin. */
export function initialTerms(spot: Spot): Term[] {
  return inside(spot, spot.statePlace, '');
}

interface StateTerm extends Term {
  readonly at: SourcePath;
}

function inside(spot: Spot, state: SourcePath, before: string): StateTerm[] {
  return spot
    .keysAt([...state, 'states'])
    .map(key => stateTerm(spot, [...state, 'states', key], `${before}${key}`));
}

/** Of `underWay.doc`: the states inside underWay. */
function deeper(spot: Spot, known: readonly StateTerm[], typed: string): StateTerm[] {
  return known.flatMap(term => {
    if (!typed.startsWith(`${term.name}.`)) return [];
    const next = inside(spot, term.at, `${term.name}.`);
    return [...next, ...deeper(spot, next, typed)];
  });
}

function byId(spot: Spot, state: SourcePath): StateTerm[] {
  const value = spot.valueAt(state);
  const own = isRecord(value) && typeof value['id'] === 'string' ? [value['id']] : [];
  const journey = state.length === 1 && state[0] === 'machine' ? spot.valueAt(['id']) : undefined;
  const ids = typeof journey === 'string' ? [...own, journey] : own;
  return [
    ...ids.map(id => stateTerm(spot, state, `#${id}`)),
    ...spot.keysAt([...state, 'states']).flatMap(key => byId(spot, [...state, 'states', key])),
  ];
}

function stateTerm(spot: Spot, at: SourcePath, name: string): StateTerm {
  const path = statePathAt(at);
  const value = spot.valueAt(at);
  const type = isRecord(value) && typeof value['type'] === 'string' ? value['type'] : undefined;
  return {
    name,
    at,
    kind: 'state',
    detail: [path || 'the whole journey', ...(type ? [type] : [])].join(', '),
    about: () => aboutState(spot, path),
    declared: () => keyPlace(spot.source, at),
  };
}

function aboutState(spot: Spot, path: string): string {
  const definition = spot.context?.definition;
  const texts = [definition?.texts.da.states[path], definition?.texts.en.states[path]];
  return [`**${path || 'The whole journey'}**`, ...texts.flatMap(text => text ?? [])].join('\n\n');
}

/** The path of a state as texts and tasks name it. */
export function statePathAt(place: SourcePath): string {
  return place.filter((_, index) => place[index - 1] === 'states').join('.');
}

function parentOf(place: SourcePath): SourcePath {
  const { length } = root(place);
  return place.slice(0, Math.max(length, place.length - 2));
}

function root(place: SourcePath): SourcePath {
  return place[0] === 'machine' ? place.slice(0, 1) : [];
}
