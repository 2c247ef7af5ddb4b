import { describeWithRedis, seededRandom, until } from '../support/index.js';
import { type Operation, operationsOf, readApiDocument } from '../e2e/api/operations.js';
import { auditEverything, readPostgresAccounts, storedJourneys } from '../auditor/index.js';
import { acknowledgedOf } from '../faults/storm/acknowledged-of.js';
import { registerNews } from '../faults/storm/register-news.js';
import { Actions } from './actions.js';
import { AnswerSchemas } from './answer-schemas.js';
import { Canaries } from './canaries.js';
import { Figures } from './figures.js';
import { HostileClient } from './hostile-client.js';
import { type HostileWorld, startHostileWorld } from './hostile-world.js';
import { Knowledge } from './knowledge.js';
import { RawSockets } from './raw-sockets.js';
import { Recipes } from './recipes.js';
import { untilAtRest } from './rest.js';
import { runSize } from './run-size.js';
import { Forger } from './tokens.js';
import { Wire } from './wire.js';

const { seed, full, size } = runSize();
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** What is kept for longer than a request must fit into this: a process that keeps more ends. */
const BOUNDED = { NODE_OPTIONS: '--max-old-space-size=256' };
/** At least so much of what is asked must succeed: whoever is only refused sees little. */
const LEAST_SHARE = 0.25;
/** Bytes that the api may hold more than before. */
const MOST_GROWTH = 250 * 1024 * 1024;
/** Seconds. */
const GIVEN_BACK_WITHIN = 120;

/**
 * A client that has learnt our OpenAPI document and our forms, and means no good: valid, nearly valid and hostile requests of many
 * callers at once. Every answer is judged, and the books are audited when all is at rest.
 *
 * `npm run test:hostile` runs it in full, with another seed each time; `npm test` in short. `OVERGANG_SEED=7` plays those of that
 * seed again.
 */
describeWithRedis('a hostile client', () => {
  it(
    `is answered as it must be, whatever it sends (seed ${seed})`,
    async () => {
      const random = seededRandom(seed);
      const world = await startHostileWorld(size.citizens, BOUNDED);
      try {
        say(`seed ${seed}, ${full ? 'in full' : 'in short'}`);
        const document = await readApiDocument(world.api.address);
        const operations = operationsOf(document).filter(isAskedAtAnyTime);
        const base = new URL(world.api.address);
        const [wire, knowledge, figures] = [new Wire(base), new Knowledge(), new Figures(operations)];
        const canaries = canariesOf(world);
        const verdict = { schemas: new AnswerSchemas(document), canaries, limited: false };
        const client = new HostileClient({ wire, operations, verdict, figures, knowledge });
        const recipes = new Recipes(document, world, knowledge, canaries);
        const raw = new RawSockets(base, figures);
        const { report } = registerNews(world);
        const actions = new Actions({
          world,
          operations,
          recipes,
          knowledge,
          client,
          figures,
          forger: new Forger(world),
          raw,
          report: (event, { cpr }) => report(event, { cpr, id: '', token: '' }),
        });

        const before = await residentMemory(world);
        const slow = size.slow ? raw.slow() : Promise.resolve();
        const one = async (name: string): Promise<void> => {
          const mine = random.branch(name);
          while (figures.requests < size.requests) await actions.act(mine);
        };
        await Promise.all(Array.from({ length: size.atOnce }, (_, index) => one(`client ${index}`)));
        await slow;
        // What chance has left out is asked for until it succeeds.
        await until(async () => {
          const never = figures.never().filter(canSucceed);
          if (never.length > 0) await actions.makeUpFor(never, random);
          return never.length === 0 || undefined;
        }, 'every operation to succeed').catch(() => undefined);
        wire.close();
        say(figures.describe());

        await untilAtRest(world);
        const after = await until(
          async () => settledBelow(await residentMemory(world), before),
          'memory to be given back',
          // What was published is appraised first, in a thread.
          GIVEN_BACK_WITHIN,
        ).catch(() => residentMemory(world));
        say(`memory of the api: ${mebibytes(before)} before, ${mebibytes(after)} after`);
        const journeys = await storedJourneys(world);
        const acknowledged = acknowledgedOf(client.acknowledged);
        const accounts = await readPostgresAccounts(world, journeys, { acknowledged });
        const findings = await auditEverything(accounts);
        say(`audited ${journeys.length} journeys: ${findings.length} findings`);

        expect([...figures.faults(), ...findings.map(finding => JSON.stringify(finding))].join('\n')).toBe(
          '',
        );
        expect(figures.never().filter(canSucceed)).toEqual([]);
        expect(figures.share()).toBeGreaterThan(LEAST_SHARE);
        expect(after - before).toBeLessThan(MOST_GROWTH);
        for (const { address } of [world.api, world.worker])
          expect(await health(address)).toEqual([200, 200]);
      } finally {
        await world.close();
      }
    },
    size.patience,
  );
});

/** An authority fetches a file only while its answer is awaited; `test/e2e/api/documents.spec.ts` holds that route to what it promises. */
function isAskedAtAnyTime({ path }: Operation): boolean {
  return !path.startsWith('/v1/callbacks/{dispatch}/documents/');
}

function canariesOf({ citizens, relatives, ops, designer, auditor }: HostileWorld): Canaries {
  const persons = [...citizens, ...relatives].map(({ id }) => id);
  const idsOf = (people: typeof citizens) => new Map(people.map(({ cpr, id }) => [cpr, id]));
  return new Canaries(
    persons,
    [ops.id, designer.id, auditor.id],
    idsOf(citizens),
    idsOf([...citizens, ...relatives]),
  );
}

/** The code goes to the address alone; `test/e2e` holds the route to what it promises. */
function canSucceed(name: string): boolean {
  return name !== 'POST /v1/second-channel/confirmation';
}

/** Bytes, as the api itself tells. */
async function residentMemory({ api, scraper }: HostileWorld): Promise<number> {
  const text = await (await fetch(`${api.address}/metrics`, { headers: scraper.headers })).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
}

function settledBelow(now: number, before: number): number | undefined {
  return now - before < MOST_GROWTH ? now : undefined;
}

async function health(address: string): Promise<readonly number[]> {
  return Promise.all(
    ['live', 'ready'].map(async which => (await fetch(`${address}/health/${which}`)).status),
  );
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(0)} MiB`;
}
