import { everyJourney, journeysTogether } from './together.js';

export { ANNA, BIRTH, NOW } from './together.js';

/** Every journey that there is. */
export const ids = await everyJourney();
export const { journeyOf, world } = await journeysTogether(ids);
