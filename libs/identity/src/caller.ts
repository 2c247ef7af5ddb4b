/**
 * Roles: be a party to journeys, run the system, write definitions. Separation of duties: a token carries one of them.
 */
export const CALLER_ROLES = ['citizen', 'ops', 'designer'] as const;
export type CallerRole = (typeof CALLER_ROLES)[number];

/** The authenticated caller of a request. */
export interface Caller {
  /** Opaque person id: the token's `sub`. Never a CPR number. */
  readonly person: string;
  /** Absent when the token carries no known role. */
  readonly role?: CallerRole;
  /** When the token ends, in milliseconds since the epoch. */
  readonly expires: number;
}

export function isCallerRole(value: unknown): value is CallerRole {
  return CALLER_ROLES.some(role => role === value);
}
