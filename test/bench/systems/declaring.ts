import { createHash } from 'node:crypto';
import { type JourneyRuntime } from '#runtime';
import { inFlight } from '../reference-work.js';

/** The journey that waits for a citizen, with a timer that would end the wait. */
export const DECLARING = 'declaring';

/** The id of the person with this number in the benchmark: no vault is asked. */
export function personId(number: number): string {
  const hex = createHash('sha256').update(`person ${number}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Starts a waiting journey for each of so many persons. */
export async function register(runtime: JourneyRuntime, journeys: number): Promise<void> {
  await inFlight({ journeys, atOnce: 200, steps: 1 }, async number => {
    await runtime.start({ definition: DECLARING, person: personId(number) });
  });
}
