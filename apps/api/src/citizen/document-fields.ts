/** An instant, ISO 8601 in UTC. */
export const INSTANT = { format: 'date-time', example: '2026-03-01T12:00:00.000Z' } as const;

/** The last day of something, a date in Denmark. */
export const LAST_DAY_FIELD = {
  format: 'date',
  example: '2026-03-01',
  description: 'The last day on which it may be done, in Denmark',
} as const;
