import { setTimeout as sleep } from 'node:timers/promises';
import { type FaultKind } from './fault.js';

export const killPostgres: FaultKind = ({ random }) => {
  const seconds = random.pick([0, 0, 1, 4]);
  return {
    says: `kill Postgres and start it again after ${seconds} s`,
    befalls: 'postgres',
    befall: async ({ postgres }) => {
      await postgres.kill();
      await sleep(seconds * 1_000);
      await postgres.start();
    },
  };
};

export const killRedis: FaultKind = ({ random }) => {
  const seconds = random.pick([0, 0, 1, 4]);
  return {
    says: `kill Redis and start it again after ${seconds} s with what it had written`,
    befalls: 'redis',
    befall: async ({ redis }) => {
      await redis.kill();
      await sleep(seconds * 1_000);
      await redis.start();
    },
  };
};

export const loseRedis: FaultKind = () => ({
  says: 'kill Redis and start it again with nothing',
  befalls: 'redis',
  befall: async ({ redis }) => {
    await redis.kill();
    await redis.startEmpty();
  },
});

export const flushRedis: FaultKind = () => ({
  says: 'FLUSHALL',
  befalls: 'redis',
  befall: ({ redis }) => redis.flush(),
});
