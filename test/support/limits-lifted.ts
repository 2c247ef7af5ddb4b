import { LIMIT_VARIABLES, readLimits, type Limits } from '../../apps/api/src/limits/limit-settings.js';

/** Environment of an API without limits: tests ask more in a minute, as one person, than anybody does in a day. */
export const LIMITS_LIFTED: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(LIMIT_VARIABLES).map(({ name }) => [name, 'off']),
);

/** The same for an API in this process. */
export const liftedLimits: Limits = readLimits(LIMITS_LIFTED);
