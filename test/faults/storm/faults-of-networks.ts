import { setTimeout as sleep } from 'node:timers/promises';
import { type TcpProxy } from '../../support/index.js';
import { type Fault, type FaultKind, type Scene } from './fault.js';
import { type Reached } from './program.js';

export const breakConnections: FaultKind = scene =>
  network(scene, 'breaks every connection, once', 0, proxy => proxy.drop());

export const refuseConnections: FaultKind = scene =>
  network(scene, 'refuses connections', scene.random.whole(1, 4), proxy => proxy.refuse());

export const swallow: FaultKind = scene =>
  network(scene, 'lets nothing pass', scene.random.whole(2, 7), proxy => proxy.swallow());

export const slow: FaultKind = scene => {
  const late = scene.random.whole(20, 300);
  return network(scene, `is ${late} ms slow`, scene.random.whole(3, 6), proxy => proxy.delay(late));
};

/** Something befalls the network between one program and one of those it needs. */
function network(
  { random, apis, workers, proxied }: Scene,
  words: string,
  seconds: number,
  befall: (proxy: TcpProxy) => void,
): Fault {
  const names = [
    ...Array.from({ length: apis }, (_, index) => `api-${index + 1}`),
    ...Array.from({ length: workers }, (_, index) => `worker-${index + 1}`),
  ];
  const name = random.pick(names);
  const reached = random.pick<Reached>([
    'postgres',
    ...(proxied ? (['redis'] as const) : []),
    // An api calls no authority.
    ...(name.startsWith('worker') ? (['authorities'] as const) : []),
  ]);
  return {
    says: `the network from ${name} to ${reached} ${words}${seconds > 0 ? ` for ${seconds} s` : ''}`,
    befalls: `${name} to ${reached}`,
    befall: async ({ programs }) => {
      const proxy = programs.find(candidate => candidate.name === name)?.networks.get(reached);
      if (!proxy) throw new Error(`There is no network from ${name} to ${reached}.`);
      befall(proxy);
      await sleep(seconds * 1_000);
      proxy.mend();
    },
  };
}
