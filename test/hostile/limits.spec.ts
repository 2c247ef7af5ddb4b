import { LIMIT_VARIABLES, type RateName, readLimits } from '../../apps/api/src/limits/limit-settings.js';
import { operationsOf, readApiDocument } from '../e2e/api/operations.js';
import { describeWithRedis, until } from '../support/index.js';
import { AnswerSchemas } from './answer-schemas.js';
import { Canaries } from './canaries.js';
import { Figures } from './figures.js';
import { HostileClient } from './hostile-client.js';
import { type HostileWorld, startHostileWorld } from './hostile-world.js';
import { Knowledge } from './knowledge.js';
import { type Asker, ASKING } from './limit-meetings.js';
import { OpenStreams } from './open-streams.js';
import { runSize } from './run-size.js';
import { type Answer, jsonOf } from './shot.js';
import { Wire } from './wire.js';

const { full } = runSize();
const RATES = Object.keys(ASKING) as readonly RateName[];
const PRODUCTION = readLimits({});
/** Seconds after which the short limits forget. */
const WINDOW = 3;
const FEW = 5;
/** Every limit is met together with that of all requests of a person, which must not be met first. */
const MORE = 15;
const SHORT = {
  ...Object.fromEntries(
    RATES.map(name => [LIMIT_VARIABLES[name].name, `${name === 'requests' ? MORE : FEW}/${WINDOW}s`]),
  ),
  MAX_STREAMS: '7',
  MAX_STREAMS_PER_PERSON: '3',
  MAX_STREAMS_PER_JOURNEY: '2',
};
/** As in production, where nobody sets them. */
const UNSET = Object.fromEntries(Object.values(LIMIT_VARIABLES).map(({ name }) => [name, undefined]));
const PROXY = { TRUSTED_PROXIES: '127.0.0.1' };
const AT_ONCE = 16;
const TOO_MANY = 30;
const STARTING = 300_000;
const MEETING = 300_000;

/** Whoever asks too much is told so, when to come again, and is heard again then; by real processes. */
describeWithRedis('limits', () => {
  let world: HostileWorld;
  let figures: Figures;
  let ended: (() => void)[];
  let production: HostileClient;
  let short: HostileClient;
  let shortApi: string;
  let asked = 0;

  beforeAll(async () => {
    world = await startHostileWorld(2 * TOO_MANY, { ...PROXY, ...(full ? UNSET : SHORT) });
    shortApi = full ? (await world.another({ ...PROXY, ...SHORT })).address : world.api.address;
    const document = await readApiDocument(world.api.address);
    const operations = operationsOf(document);
    figures = new Figures(operations);
    const verdict = {
      schemas: new AnswerSchemas(document),
      canaries: new Canaries([], [], new Map()),
      limited: true,
    };
    ended = [];
    const clientOf = (address: string): HostileClient => {
      const wire = new Wire(new URL(address));
      ended.push(() => wire.close());
      return new HostileClient({ wire, operations, verdict, figures, knowledge: new Knowledge() });
    };
    production = clientOf(world.api.address);
    short = clientOf(shortApi);
  }, STARTING);

  afterAll(async () => {
    ended?.forEach(end => end());
    await world?.close();
  });

  afterEach(() => expect(figures.faults()).toEqual([]));

  /** Somebody who has not asked for anything yet, at an address of their own, with a journey. */
  const somebody = async (client: HostileClient): Promise<Asker> => {
    asked += 1;
    const citizen = world.citizens[asked]!;
    const asker = { citizen, address: `198.51.100.${asked}`, journey: '' };
    const started = await client.fire(ASKING.starts(asker, world));
    return { ...asker, journey: (jsonOf(started?.text ?? '') as { readonly id: string }).id };
  };

  /** Asks until it is too much, for which so many must be enough. */
  const overdo = async (
    name: RateName,
    asker: Asker,
    client: HostileClient,
    most: number,
  ): Promise<Answer> => {
    // Of streams only so many may be open at once.
    const atOnce = name === 'streams' ? 1 : AT_ONCE;
    for (let count = 0; count < most; count += atOnce) {
      const several = Array.from({ length: atOnce }, () => client.fire(ASKING[name](asker, world)));
      const refused = (await Promise.all(several)).find(answer => answer?.status === 429);
      if (refused) return refused;
    }
    throw new Error(`${name} were not limited, though there were more than ${most}.`);
  };

  it.each(RATES)(
    'of %s are told, and forgotten when their time is over',
    async name => {
      const asker = await somebody(short);
      const { text, headers } = await overdo(name, asker, short, AT_ONCE * TOO_MANY);
      expect(jsonOf(text)).toMatchObject({ status: 429, code: 'too-many-requests' });
      const wait = Number(headers['retry-after']);
      expect(wait).toBeGreaterThanOrEqual(1);
      expect(wait).toBeLessThanOrEqual(WINDOW);
      await until(async () => {
        const answer = await short.fire(ASKING[name](asker, world));
        return answer !== undefined && answer.status !== 429;
      }, `${name} to be forgotten`);
    },
    MEETING,
  );

  it(
    'of open streams are told, and forgotten when one of them is closed',
    async () => {
      const streams = new OpenStreams(shortApi);
      const [first, second, third] = [await somebody(short), await somebody(short), await somebody(short)];
      const open = (asker: Asker, journey = asker.journey) => streams.open(asker, journey);
      expect([await open(first), await open(first), await open(first)]).toEqual([200, 200, 429]);
      streams.closeOne();
      await until(
        async () => (await open(first)) === 200,
        'a stream to be opened in place of the closed one',
      );
      // Nobody is told more than that there are too many, of whomever they are.
      for (const asker of [second, third]) expect([await open(asker), await open(asker)]).toEqual([200, 200]);
      const last = await somebody(short);
      expect([await open(last), await open(last)]).toEqual([200, 503]);
      streams.closeAll();
      await until(async () => (await open(last)) === 200, 'a stream to be opened when all are closed');
      streams.closeAll();
    },
    MEETING,
  );

  // With their own windows these take minutes: in the long form only.
  if (full) {
    it.each(RATES)(
      'of %s are met in production',
      async name => {
        const rate = PRODUCTION[name];
        if (rate === 'off') throw new Error(`${name} have no limit in production.`);
        const { headers } = await overdo(
          name,
          await somebody(production),
          production,
          4 * rate.points + AT_ONCE,
        );
        expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(1);
        expect(Number(headers['retry-after'])).toBeLessThanOrEqual(rate.seconds);
      },
      MEETING,
    );
  }
});
