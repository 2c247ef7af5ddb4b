export { chainAll } from './chain-all.js';
export { freePort } from '../../apps/standalone/src/embedded/free-port.js';
export { connected, rowsFrom } from './connected.js';
export { EditedJourneys } from './edited-journeys.js';
export { freshDatabase, postgresFolder, runFolder, type FreshDatabase } from './database.js';
export { migratedDatabase } from './filled-database.js';
export { startOurs, type OurProcess } from './our-process.js';
export { liftedLimits } from './limits-lifted.js';
export {
  METRICS_TOKEN,
  type DirectParts,
  type RunningProcess,
  type SystemUnderTestOptions,
  type ApiOptions,
  type SystemUnderTest,
  systemUnderTest,
  withJourneyStore,
} from './system-under-test.js';
export { freshPostgres, type FreshPostgres } from './postgres.js';
export { describeWithRedis, freshRedis, hasRedis, redisUrl, type FreshRedis } from './redis.js';
export { seededRandom, type SeededRandom } from './seeded-random.js';
export { TcpProxy } from './tcp-proxy.js';
export { freshRedisCluster } from './redis-cluster.js';
export { LocalIssuer } from './local-issuer.js';
export { FACE, TRUSTED } from './token-issuer.js';
export { until } from './until.js';
export { ReplayError, replayJournal } from './replay.js';
export { type GivenLater, type Replayed, type ReplayedDispatch } from './replayed.js';
export { type Parts } from './parts.js';
