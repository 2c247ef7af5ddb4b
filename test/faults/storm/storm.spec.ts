import { describeWithRedis, seededRandom } from '../../support/index.js';
import { auditEverything, readPostgresAccounts, storedJourneys } from '../../auditor/index.js';
import { acknowledgedOf } from './acknowledged-of.js';
import { untilCalm } from './calm.js';
import { Callers } from './callers.js';
import { Crowd } from './crowd.js';
import { describePlan, planFaults } from './fault-plan.js';
import { startQueueServer } from './queue-server.js';
import { registerNews } from './register-news.js';
import { stormSize } from './storm-size.js';
import { startStormWorld } from './storm-world.js';
import { weather } from './weather.js';

const { seed, full, size } = stormSize();
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * Everything that can break breaks, while many journeys of every definition are under way; then all is mended, and the books of
 * everybody must agree.
 *
 * `npm run test:faults` runs it in full, with another seed each time; `npm test` in short. By environment variables:
 * `OVERGANG_SEED=7` plays the faults of that seed again; `OVERGANG_REDIS=cluster` has the queues on a Redis Cluster of three.
 */
describeWithRedis('a storm', () => {
  it(
    `leaves every journey as if nothing had happened (seed ${seed})`,
    async () => {
      const random = seededRandom(seed);
      const redis = await startQueueServer();
      const world = await startStormWorld({ random, redis, ...size });
      try {
        const { catalogue, programs } = world;
        const tokens = new Map(
          [...world.citizens, ...world.relatives, world.ops].map(({ id, token }) => [id, token]),
        );
        const callers = new Callers(world.apis, id => tokens.get(id)!, random.branch('callers'));
        const news = registerNews(world);
        const crowd = new Crowd({
          callers,
          random: random.branch('crowd'),
          definitions: ['errands', ...size.definitions],
          citizens: world.citizens,
          relatives: world.relatives,
          report: news.report,
          today: world.today,
        });
        const scene = {
          random: random.branch('faults'),
          apis: size.apis,
          workers: size.workers,
          authorities: catalogue.authorities().map(({ id }) => id),
          proxied: redis.proxied,
        };
        const plan = planFaults(scene, size);
        say(`seed ${seed}, ${full ? 'in full' : 'in short'}; faults, by how many requests are acknowledged:`);
        say(describePlan(plan));
        let over = false;
        const begun = performance.now();
        const since = (): string => `${((performance.now() - begun) / 1_000).toFixed(1)} s`;
        const stormy = weather(
          world,
          plan,
          () => callers.acknowledged.length,
          ({ says }) => say(`  ${since()}, ${callers.acknowledged.length}: ${says}`),
        ).finally(() => (over = true));
        await Promise.all([
          crowd.run(size.atOnce, () => !over || crowd.started.length < size.journeys),
          stormy,
        ]);
        say(
          `${since()}: ${crowd.started.length} journeys, ${callers.acknowledged.length} acknowledged requests`,
        );
        const byHand = await untilCalm(world, callers, size.sameLooks);
        say(`${since()}: calm. Ops: ${JSON.stringify(byHand, null, 1)}`);
        const journeys = await storedJourneys(world);
        const accounts = await readPostgresAccounts(world, journeys, {
          acknowledged: acknowledgedOf(callers.acknowledged),
          moment: 'at rest',
        });
        const findings = await auditEverything(accounts);
        say(
          `${since()}: audited ${journeys.length} journeys, ${accounts.effects.length} entries in the ledgers`,
        );
        expect(findings).toEqual([]);
        expect(callers.faults).toEqual([]);
        expect(programs.flatMap(({ deaths }) => deaths)).toEqual([]);
      } catch (error) {
        for (const { history } of world.programs) say(history.join('\n'));
        throw error;
      } finally {
        await world.close();
      }
    },
    size.patience,
  );
});
