import { fileURLToPath } from 'node:url';
import { journeyIds } from '#journey';

const JOURNEYS = fileURLToPath(new URL('../../../journeys', import.meta.url));

/** How much is to happen. */
export interface StormSize {
  readonly apis: number;
  readonly workers: number;
  /** Beside the small one of the tests of faults. */
  readonly definitions: readonly string[];
  readonly citizens: number;
  /** How many citizens act at the same time. */
  readonly atOnce: number;
  /** At least so many are started. */
  readonly journeys: number;
  readonly times: number;
  readonly apart: number;
  readonly quick: boolean;
  /** Looks in a row, two a second, that find the same work left before time moves on: more than it takes to find what was lost. */
  readonly sameLooks: number;
  /** Milliseconds after which the test gives up. */
  readonly patience: number;
}

const MINUTE = 60_000;
const SHORT: StormSize = {
  apis: 2,
  workers: 2,
  definitions: ['having-a-child', 'moving'],
  citizens: 20,
  atOnce: 4,
  journeys: 40,
  times: 1,
  apart: 6,
  quick: true,
  sameLooks: 18,
  patience: 5 * MINUTE,
};
const FULL: StormSize = {
  apis: 2,
  workers: 2,
  definitions: await journeyIds(JOURNEYS),
  citizens: 80,
  atOnce: 8,
  journeys: 300,
  times: 2,
  apart: 30,
  quick: false,
  sameLooks: 30,
  patience: 15 * MINUTE,
};

/** The size and the seed that the environment asks for: in full with any seed, in short always with the same. */
export function stormSize(): { readonly seed: number; readonly full: boolean; readonly size: StormSize } {
  const full = process.env['OVERGANG_FAULTS'] === 'full';
  const given = process.env['OVERGANG_SEED'];
  const seed = given === undefined ? (full ? Date.now() % 1_000_000_000 : 20250101) : Number(given);
  if (!Number.isInteger(seed)) throw new Error(`OVERGANG_SEED is not a whole number: ${given}`);
  return { seed, full, size: full ? FULL : SHORT };
}
