import { TokenError } from './token-error.js';

/** Level of assurance as a broker of MitID writes it (NSIS 2.0; OpenID Connect Core, section 2, `acr`). */
export const NSIS = {
  low: 'https://data.gov.dk/concept/core/nsis/Low',
  substantial: 'https://data.gov.dk/concept/core/nsis/Substantial',
  high: 'https://data.gov.dk/concept/core/nsis/High',
} as const;

/** What a sign-in has to be of, unless said otherwise. */
export const STRONG_ENOUGH: readonly string[] = [NSIS.substantial, NSIS.high];

/** @throws TokenError `weak-sign-in` */
export function requireStrength(level: unknown, assurance: readonly string[]): asserts level is string {
  if (typeof level === 'string' && assurance.includes(level)) return;
  throw new TokenError(
    'weak-sign-in',
    `The sign-in is not strong enough; sign in with one of these levels ("acr"): ${assurance.join(', ')}.`,
  );
}
