/**
 * What a caller may do: be a party to journeys, run the system, write definitions. Separation of duties: a token gives one of them, so
 * that nobody acts as two at once.
 */
export const CALLER_ROLES = ['citizen', 'ops', 'designer'] as const;
export type CallerRole = (typeof CALLER_ROLES)[number];

/** Who makes a request, by a verified token. */
export interface Caller {
  /** Opaque person id: the token's `sub`. Never a CPR number. */
  readonly person: string;
  /** Absent: the token gives none that is known here. */
  readonly role?: CallerRole;
  /** When the token ends, in milliseconds since the epoch. */
  readonly expires: number;
}

export function isCallerRole(value: unknown): value is CallerRole {
  return CALLER_ROLES.some(role => role === value);
}
