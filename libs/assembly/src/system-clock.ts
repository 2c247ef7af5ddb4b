import { type Clock } from '#runtime';

/** The time of this machine. */
export const systemClock: Clock = { now: () => Date.now() };
