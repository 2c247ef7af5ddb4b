import { setTimeout as sleep } from 'node:timers/promises';

const SECONDS = 60;
const BETWEEN = 10;

/**
 * Waits until `condition` gives a value that is not undefined, null or false, and returns it.
 *
 * @param what for the failure: what was waited for, as in `until(..., 'the journey to end')`
 * @param seconds after which to give up
 * @throws Error after that, with the last error `condition` threw, if it did
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  what: string,
  seconds = SECONDS,
): Promise<Exclude<T, undefined | null | false>> {
  const giveUpAt = performance.now() + seconds * 1_000;
  let lastError: unknown;
  do {
    try {
      const value = await condition();
      if (value !== undefined && value !== null && value !== false) {
        return value as Exclude<T, undefined | null | false>;
      }
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    await sleep(BETWEEN);
  } while (performance.now() < giveUpAt);
  throw new Error(`Waited ${seconds} seconds in vain for ${what}.`, { cause: lastError });
}
