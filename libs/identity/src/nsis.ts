/** Level of assurance as a broker of MitID writes it (NSIS 2.0; OpenID Connect Core, section 2, `acr`). */
export const NSIS = {
  low: 'https://data.gov.dk/concept/core/nsis/Low',
  substantial: 'https://data.gov.dk/concept/core/nsis/Substantial',
  high: 'https://data.gov.dk/concept/core/nsis/High',
} as const;

/** What a sign-in has to be of, unless said otherwise. */
export const STRONG_ENOUGH: readonly string[] = [NSIS.substantial, NSIS.high];
