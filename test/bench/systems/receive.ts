import { setTimeout as sleep } from 'node:timers/promises';
import { type JourneyRuntime, RetryableError } from '#runtime';
import { personId } from './declaring.js';

export interface Arrivals {
  readonly events: number;
  /** Seconds over which they arrive, evenly, whether or not those before them have been taken in. */
  readonly seconds: number;
}

export interface Received {
  /** Seconds from the first arrival until the last event was taken in. */
  readonly drained: number;
  /** Milliseconds from the arrival of an event to its commit. */
  readonly longest: number;
  readonly median: number;
  /** How often an event was turned away and came again. */
  readonly turnedAway: number;
}

/** Register events, one for each of the persons whose journeys wait. One that is turned away comes again, as HTTP would have it. */
export async function receive(runtime: JourneyRuntime, { events, seconds }: Arrivals): Promise<Received> {
  const waits: number[] = [];
  let turnedAway = 0;
  const began = performance.now();
  const take = async (number: number, arrived: number): Promise<void> => {
    for (;;) {
      try {
        const { journeys } = await runtime.report({
          authority: 'cpr',
          type: 'cpr.moveRegistered',
          id: `event-${number}`,
          data: { person: personId(number), address: 'a', municipality: '0751', movedOn: '2026-03-15' },
          persons: [personId(number)],
        });
        if (journeys !== 1) throw new Error(`event ${number} concerned ${journeys} journeys`);
        waits.push(performance.now() - arrived);
        return;
      } catch (error) {
        if (!(error instanceof RetryableError)) throw error;
        turnedAway += 1;
        await sleep(error.retryAfter ?? 1_000);
      }
    }
  };
  const taking: Promise<void>[] = [];
  let next = 0;
  while (next < events) {
    const due = Math.min(events, Math.ceil(((performance.now() - began) / (seconds * 1_000)) * events));
    while (next < due) {
      taking.push(take(next, began + (next / events) * seconds * 1_000));
      next += 1;
    }
    await sleep(5);
  }
  await Promise.all(taking);
  waits.sort((a, b) => a - b);
  return {
    drained: (performance.now() - began) / 1_000,
    longest: waits.at(-1) ?? NaN,
    median: waits[waits.length >> 1] ?? NaN,
    turnedAway,
  };
}
