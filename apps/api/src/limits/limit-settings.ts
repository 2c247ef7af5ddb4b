import { readEnvironment, type Values, type Variable } from '#settings';
import { type Rate } from '#queue';

/** A rate, or `off`. */
export type Limit = Rate | 'off';

const SECONDS = { s: 1, m: 60, h: 3_600 } as const;
// The keys of counters change daily, so that no count outlives a day.
const LONGEST = 24 * SECONDS.h;
const MOST = 1_000_000;

/** `<points>/<duration>`, the duration in seconds, minutes or hours up to a day: `30/1h`; or `off`. */
function readLimit(text: string): Limit | undefined {
  if (text === 'off') return text;
  const [, points = '0', count = '0', unit = 's'] = /^(\d{1,7})\/(\d{1,5})([smh])$/.exec(text) ?? [];
  const rate = { points: Number(points), seconds: Number(count) * SECONDS[unit as keyof typeof SECONDS] };
  const isRate = rate.points >= 1 && rate.points <= MOST && rate.seconds >= 1 && rate.seconds <= LONGEST;
  return isRate ? rate : undefined;
}

/** How many at once, or `off`. */
function readQuota(text: string): number | undefined {
  if (text === 'off') return Infinity;
  const quota = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  return quota >= 1 ? quota : undefined;
}

const rate = (name: string, usual: string, what: string): Variable<Limit> => ({
  name,
  remedy: `${what}, as <how many>/<how long>, e.g. ${usual}, or off`,
  read: readLimit,
  absent: () => readLimit(usual)!,
});

const quota = (name: string, usual: number, what: string): Variable<number> => ({
  name,
  remedy: `${what}, e.g. ${usual}, or off`,
  read: readQuota,
  absent: () => usual,
});

/** What each caller may do, and how often. The defaults are for production. */
const RATE_VARIABLES = {
  requests: rate('LIMIT_REQUESTS', '1200/1m', 'the requests of one person'),
  anonymous: rate('LIMIT_ANONYMOUS', '600/1m', 'the requests without a valid token from one address'),
  starts: rate('LIMIT_STARTS', '30/1h', 'the journeys that one person starts'),
  submissions: rate(
    'LIMIT_SUBMISSIONS',
    '120/10m',
    'the tasks that one person does, and the journeys they cancel',
  ),
  mandates: rate('LIMIT_MANDATES', '10/1h', 'the mandates that one person gives'),
  corrections: rate('LIMIT_CORRECTIONS', '20/1h', 'the corrections of their data that one person asks for'),
  drafts: rate('LIMIT_DRAFTS', '300/10m', 'the drafts that one person saves'),
  codes: rate('LIMIT_CODES', '10/1h', 'the codes that are sent to one person'),
  documents: rate('LIMIT_DOCUMENTS', '60/10m', 'the documents that one person attaches'),
  exports: rate('LIMIT_EXPORTS', '20/1h', 'the copies of their data that one person takes'),
  streams: rate('LIMIT_STREAMS', '120/10m', 'the event streams that one person opens'),
  signIns: rate('LIMIT_SIGN_INS', '30/10m', 'the tokens from one address that prove nothing'),
  signatures: rate('LIMIT_SIGNATURES', '30/10m', 'the bad signatures from one address for one authority'),
} as const;

const QUOTA_VARIABLES = {
  streamsOfProcess: quota('MAX_STREAMS', 2_000, 'how many event streams may be open at once in this process'),
  streamsOfPerson: quota('MAX_STREAMS_PER_PERSON', 20, 'how many of them may be one person’s'),
  streamsOfJourney: quota('MAX_STREAMS_PER_JOURNEY', 5, 'how many of those may be on one journey'),
} as const;

export const LIMIT_VARIABLES = { ...RATE_VARIABLES, ...QUOTA_VARIABLES } as const;

export type RateName = keyof typeof RATE_VARIABLES;
export type Limits = Values<typeof LIMIT_VARIABLES>;

/** Token for the {@link Limits} in force. */
export const LIMITS = Symbol('limits');

/** @throws EnvironmentError naming every variable that is malformed */
export function readLimits(source: NodeJS.ProcessEnv): Limits {
  return readEnvironment(LIMIT_VARIABLES, source);
}
