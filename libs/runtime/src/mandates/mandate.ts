import { type MandateGround } from '#journey';
import { type Instant } from '#statechart';
import { isDead, type RegisteredDeath } from './registered-death.js';

/** Mandate: leave to act for somebody, by law or given, for a kind of journey and a period. Times are calendar time. */
export interface Mandate {
  /** Who may act: a person id, as everywhere. */
  readonly holder: string;
  /** For whom. */
  readonly person: string;
  /** What registers call the person, where one has told it; only in one by law, and for its holder alone. */
  readonly name?: string;
  readonly basis: MandateGround;
  /** Ids of the definitions it is for. */
  readonly journeys: 'all' | readonly string[];
  /** Ids of the definitions in which nobody acts for another, which no mandate is for; found when it is used. */
  readonly except?: readonly string[];
  readonly from: Instant;
  /** When it ends by itself. */
  readonly until?: Instant;
  /** When it was ended, before it would have by itself. */
  readonly ended?: Instant;
  /** When it is not in force in between; absent: never. */
  readonly suspensions?: readonly Suspension[];
  /** Of one that the person has given; absent in one by law. */
  readonly gift?: Gift;
}

/** While one of the two is registered as dead. It goes on once that was a mistake, unless it has ended meanwhile. */
export interface Suspension {
  readonly of: 'holder' | 'person';
  readonly from: Instant;
  /** Absent: the death stands. */
  readonly until?: Instant;
}

/** Kinds of journeys in which somebody may act for another. */
export type Reach = Pick<Mandate, 'journeys' | 'except'>;

/** That a person has given a mandate themselves. */
export interface Gift {
  /** UUID of the mandate. */
  readonly id: string;
  readonly at: Instant;
  readonly names: MandateNames;
  /** When something is to be done about it; absent: nothing more. */
  readonly due?: Instant;
}

/** What the two are called, as it was said when the mandate was given. */
export interface MandateNames {
  readonly holder: string;
  readonly person: string;
}

/** A mandate that a person has given themselves, for a period. */
export type GivenMandate = Mandate & { readonly until: Instant; readonly gift: Gift };

/** What its holder calls the person; undefined where nobody has told it. */
export function nameForHolder({ gift, name }: Pick<Mandate, 'gift' | 'name'>): string | undefined {
  return gift?.names.person ?? name;
}

/** When it is over, at the first of the two; undefined while nobody knows. */
export function mandateEnd({ until, ended }: Pick<Mandate, 'until' | 'ended'>): Instant | undefined {
  const end = Math.min(until ?? Infinity, ended ?? Infinity);
  return end === Infinity ? undefined : end;
}

/** Half-open interval: it holds at its first instant, and no longer at its end. */
export function isInForce(mandate: Mandate, at: Instant): boolean {
  return mandate.from <= at && !isPast(mandate, at);
}

/** Whether it is over or suspended: whatever was open under it is closed. */
export function isPast(mandate: Mandate, at: Instant): boolean {
  const { suspensions = [] } = mandate;
  return (
    isEnded(mandate, at) || suspensions.some(({ from, until }) => from <= at && at < (until ?? Infinity))
  );
}

/** Whether it has ended, or been ended before it began. */
export function isEnded(mandate: Mandate, at: Instant): boolean {
  return at >= (mandateEnd(mandate) ?? Infinity);
}

/** The mandate as the deaths of the two leave it. That of the person leaves their heirs what they have. */
export function withDeaths<Kept extends Mandate>(
  mandate: Kept,
  deaths: Readonly<Record<Suspension['of'], RegisteredDeath>>,
): Kept {
  const suspensions = (['holder', 'person'] as const).flatMap((of): Suspension[] => {
    const { died, reversed } = deaths[of];
    if (died === undefined || (of === 'person' && mandate.basis === 'heir')) return [];
    if (isDead(deaths[of])) return [{ of, from: died }];
    // What was over before there was a mandate is none of its matter.
    const since = mandate.gift?.at ?? mandate.from;
    return reversed! > Math.max(died, since) ? [{ of, from: died, until: reversed! }] : [];
  });
  return suspensions.length > 0 ? { ...mandate, suspensions } : mandate;
}

/** By whose death it was suspended, of a given one about which it is due to say that it is in force again. */
export function resumedAfter({ suspensions, gift }: GivenMandate): Suspension | undefined {
  return suspensions?.find(({ until }) => until !== undefined && until === gift.due);
}

/** @param definition undefined: of a kind that is not to be known, which only a mandate for all reaches */
export function covers({ journeys, except }: Reach, definition: string | undefined): boolean {
  if (definition === undefined) return journeys === 'all';
  return (journeys === 'all' || journeys.includes(definition)) && !except?.includes(definition);
}
