import { isDeepStrictEqual } from 'node:util';

/** What the auditor proves of every journey. */
const PROPERTIES = [
  /** The journal is numbered without a gap and takes in no event twice. */
  'journal',
  /** The journal replayed gives what is stored. */
  'replay',
  /** It has ended, or waits for something that has a name. */
  'waiting',
  /** The stored dispatches are those of the journal. */
  'stored',
  /** The rows of dispatches and timers that are still to come are those of the state. */
  'rows',
  /** Every dispatch has one effect, and authorities did nothing else. */
  'effect',
  /** Every answer is the authority's own, and is applied once. */
  'answer',
  /** What a cancelled journey did is undone. */
  'undone',
  /** What is said to be disclosed is what was given. */
  'disclosure',
  /** Every request that was acknowledged is in the journal, once. */
  'acknowledged',
  /** What a held journey was given when it was resumed is told as if it had come while the journey was not held. */
  'taken',
  /** What its participants read is what is stored. */
  'representation',
  /** Whatever is written to somebody is kept, and delivered once. */
  'delivery',
  /** Journeys that start and wait for each other have told each other everything. */
  'between',
  /** A ring names a dispatch that is stored. */
  'ring',
] as const;

export type Property = (typeof PROPERTIES)[number];

/** Something that is not as it must be. */
export interface Finding {
  readonly journey: string;
  readonly property: Property;
  /** What it is about: a dispatch, an entry, a field. */
  readonly about: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/** What one of the audits finds in one journey. */
export type Claim = Omit<Finding, 'journey'>;

/** @returns a claim when the two are not the same JSON, else none */
export function same(property: Property, about: string, expected: unknown, found: unknown): Claim[] {
  const difference = firstDifference(plain(expected), plain(found), about);
  return difference ? [{ property, ...difference }] : [];
}

/** @returns a claim when something is there that should not be */
export function none(property: Property, about: string, found: readonly unknown[]): Claim[] {
  return found.length === 0 ? [] : [{ property, about, expected: [], found }];
}

/** Where two values first differ, so that a finding can be read. */
function firstDifference(
  expected: unknown,
  found: unknown,
  about: string,
): Omit<Claim, 'property'> | undefined {
  if (isDeepStrictEqual(expected, found)) return undefined;
  if (isObject(expected) && isObject(found) && Array.isArray(expected) === Array.isArray(found)) {
    for (const name of new Set([...Object.keys(expected), ...Object.keys(found)])) {
      const difference = firstDifference(expected[name], found[name], `${about}.${name}`);
      if (difference) return difference;
    }
  }
  return { about, expected, found };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** @returns a value as JSON gives it back */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
