/** How much is asked, and how long that may take. */
export interface RunSize {
  /** At least so many requests. */
  readonly requests: number;
  /** How many of them at a time. */
  readonly atOnce: number;
  readonly citizens: number;
  /** Slow connections, which are there beside the rest. */
  readonly slow: boolean;
  /** Milliseconds after which the test gives up. */
  readonly patience: number;
}

const MINUTE = 60_000;
const SHORT: RunSize = { requests: 1_200, atOnce: 6, citizens: 12, slow: false, patience: 5 * MINUTE };
const FULL: RunSize = { requests: 20_000, atOnce: 8, citizens: 40, slow: true, patience: 25 * MINUTE };

/** The size and the seed that the environment asks for: in full with any seed, in short always with the same. */
export function runSize(): { readonly seed: number; readonly full: boolean; readonly size: RunSize } {
  const full = process.env['OVERGANG_HOSTILE'] === 'full';
  const given = process.env['OVERGANG_SEED'];
  const seed = given === undefined ? (full ? Date.now() % 1_000_000_000 : 20250101) : Number(given);
  if (!Number.isInteger(seed)) throw new Error(`OVERGANG_SEED is not a whole number: ${given}`);
  return { seed, full, size: full ? FULL : SHORT };
}
