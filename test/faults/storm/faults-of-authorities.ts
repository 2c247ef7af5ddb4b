import { setTimeout as sleep } from 'node:timers/promises';
import { type Knobs } from '../../../apps/authorities/src/simulation/knobs.js';
import { type Fault, type FaultKind, type Scene } from './fault.js';

export const failNow: FaultKind = ({ random, ...scene }) =>
  ofAll({ random, ...scene }, random.whole(2, 5), { errorRate: random.pick([0.3, 0.6]) });

export const failNext: FaultKind = ({ random, ...scene }) =>
  ofOne({ random, ...scene }, 4, { failNext: random.whole(1, 4), loseNext: random.whole(1, 4) });

export const cutConnections: FaultKind = scene => ofOne(scene, scene.random.whole(2, 5), { outage: true });

export const neverAnswer: FaultKind = scene => ofOne(scene, scene.random.whole(2, 5), { silent: true });

export const announceDowntime: FaultKind = scene =>
  ofOne(scene, scene.random.whole(2, 4), { downtime: { retryAfter: scene.random.whole(1, 3) } });

export const loseAnswers: FaultKind = ({ random, ...scene }) =>
  ofAll({ random, ...scene }, 5, { loseNext: random.whole(1, 3) });

export const answerOddly: FaultKind = ({ random, ...scene }) =>
  ofAll({ random, ...scene }, random.whole(5, 10), {
    duplicate: true,
    outOfOrder: true,
    callbackAfter: random.whole(0, 1_500),
    latency: random.whole(0, 300),
  });

function ofOne({ random, authorities }: Scene, seconds: number, knobs: Knobs): Fault {
  return turned([random.pick(authorities)], seconds, knobs);
}

function ofAll({ authorities }: Scene, seconds: number, knobs: Knobs): Fault {
  return turned(authorities, seconds, knobs);
}

function turned(authorities: readonly string[], seconds: number, knobs: Knobs): Fault {
  const whose = authorities.length === 1 ? authorities[0]! : 'all authorities';
  return {
    says: `knobs of ${whose} for ${seconds} s: ${JSON.stringify(knobs)}`,
    befalls: 'authorities',
    befall: async world => {
      const boards = authorities.map(id => world.simulated(id).knobs);
      for (const board of boards) board.set(knobs);
      await sleep(seconds * 1_000);
      for (const board of boards) board.set({});
    },
  };
}
