/** For workers of tests, in milliseconds: what was lost or left is looked for sooner than where there is more to do. */
export const SOON = { ringAgain: 3_000, lock: 5_000 } as const;

/** The same for a worker in a process of its own. */
export const SOON_VARIABLES = {
  RING_AGAIN_MS: String(SOON.ringAgain),
  JOB_LOCK_MS: String(SOON.lock),
} as const;
