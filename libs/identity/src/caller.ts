import { type Assistance, covers, type Reach, type ReadingScope, type Requester } from '#runtime';

/**
 * Roles: be a party to journeys, help those who are, run the system, write definitions, approve them, see that all is as it should be.
 * Separation of duties: a token carries one of them.
 */
export const CALLER_ROLES = ['citizen', 'caseworker', 'ops', 'designer', 'approver', 'auditor'] as const;
export type CallerRole = (typeof CALLER_ROLES)[number];

/** The authenticated caller of a request. */
export interface Caller {
  /** Opaque person id: the token's `sub`, or of the one for whom it acts. Never a CPR number. */
  readonly person: string;
  /** The token's `sub`, of one who acts for the person; absent for whoever acts for themselves. */
  readonly holder?: string;
  /** In which kinds of journeys they may act, by their mandates or as a caseworker, when they called. */
  readonly mandates?: readonly Reach[];
  /** By which a caseworker acts for the person. */
  readonly assistance?: Assistance;
  /** The authority at which a caseworker works. */
  readonly authority?: string;
  /** Absent when the token carries no known role. */
  readonly role?: CallerRole;
  /** Id of the session that gave the token; absent when none did. */
  readonly session?: string;
  /** When the token ends, in milliseconds since the epoch. */
  readonly expires: number;
}

/** Who asks for something in a journey: the person, and whoever acts for them. */
export function requesterOf({ person, holder, assistance }: Caller): Requester {
  return {
    person,
    ...(holder !== undefined && { holder }),
    ...(assistance && { assistance }),
  };
}

/** Who is really there: the token's `sub`. */
export function bearerOf({ holder, person }: Caller): string {
  return holder ?? person;
}

/**
 * Whether a caller's mandates are for a kind of journey; of whoever acts for themselves, for all.
 *
 * @param definition undefined: of a kind that is not to be known
 */
export function reaches({ mandates }: Pick<Caller, 'mandates'>, definition: string | undefined): boolean {
  return mandates?.some(mandate => covers(mandate, definition)) ?? true;
}

/** How far a caller may see what is the person's. */
export function scopeOf(caller: Caller): ReadingScope {
  return {
    reaches: definition => reaches(caller, definition),
    isThemselves: caller.holder === undefined,
  };
}

export function isCallerRole(value: unknown): value is CallerRole {
  return CALLER_ROLES.some(role => role === value);
}
