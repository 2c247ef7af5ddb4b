import { setTimeout as sleep } from 'node:timers/promises';
import { type FaultKind, type Scene } from './fault.js';
import { type Program } from './program.js';
import { type StormWorld } from './storm-world.js';

const HOUR = 3_600_000;
/** Longer than a job's lock (15 s): another worker takes the job over, and then there are two who believe it is theirs. */
const LONGER_THAN_A_LOCK = [16, 20] as const;

export const killApi: FaultKind = scene => kill(anApi(scene));
export const killWorker: FaultKind = scene => kill(aWorker(scene));

function kill(name: string) {
  return {
    says: `kill ${name}`,
    befalls: name,
    befall: async (world: StormWorld) => {
      const program = named(world, name);
      await program.kill();
      await program.up();
    },
  };
}

export const freezeApi: FaultKind = scene => freeze(anApi(scene), scene.random.whole(2, 5));
export const freezeWorker: FaultKind = scene =>
  freeze(aWorker(scene), scene.random.whole(...LONGER_THAN_A_LOCK));

function freeze(name: string, seconds: number) {
  return {
    says: `stop ${name} for ${seconds} s and let it go on`,
    befalls: name,
    befall: async (world: StormWorld) => {
      const program = named(world, name);
      program.suspend();
      await sleep(seconds * 1_000);
      program.resume();
    },
  };
}

export const stepClock: FaultKind = scene => {
  const { random } = scene;
  const name = random.happens(0.5) ? anApi(scene) : aWorker(scene);
  const [words, offset] = random.happens(0.5) ? ['forward', HOUR] : ['back', -HOUR];
  const seconds = random.whole(3, 8);
  return {
    says: `step the clock of ${name} an hour ${words}, and after ${seconds} s right again`,
    befalls: name,
    befall: async world => {
      const program = named(world, name);
      program.setClock(offset);
      await sleep(seconds * 1_000);
      program.setClock(0);
    },
  };
};

function anApi({ random, apis }: Scene): string {
  return `api-${random.whole(1, apis)}`;
}

function aWorker({ random, workers }: Scene): string {
  return `worker-${random.whole(1, workers)}`;
}

function named({ programs }: StormWorld, name: string): Program {
  const program = programs.find(candidate => candidate.name === name);
  if (!program) throw new Error(`There is no program ${name}.`);
  return program;
}
