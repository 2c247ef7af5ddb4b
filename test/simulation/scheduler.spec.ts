import fc from 'fast-check';
import { seededRandom } from '../support/seeded-random.js';
import { Agenda } from './agenda.js';
import { Scheduler } from './scheduler.js';
import { Trace } from './trace.js';

function scheduler(seed = 1) {
  const trace = new Trace(0);
  return { trace, scheduler: new Scheduler(0, seededRandom(seed), trace) };
}

describe('Agenda', () => {
  it('gives the earliest first, and what is due together in the order it came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), instants => {
        const agenda = new Agenda<readonly [at: number, place: number]>();
        for (const [place, at] of instants.entries()) agenda.add(at, [at, place]);
        const taken = instants.map(() => agenda.take());
        const sorted = instants
          .map((at, place) => [at, place] as const)
          .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(taken).toEqual(sorted);
        expect([agenda.next, agenda.take()]).toEqual([undefined, undefined]);
      }),
    );
  });
});

describe('Scheduler', () => {
  it('takes the same steps in another order for another seed, and in the same for the same', async () => {
    const order = async (seed: number) => {
      const { scheduler: one } = scheduler(seed);
      const taken: number[] = [];
      for (let step = 0; step < 20; step += 1) one.soon({ label: '', run: () => void taken.push(step) });
      while (await one.turn());
      return taken;
    };
    expect(await order(1)).toEqual(await order(1));
    expect(await order(1)).not.toEqual(await order(2));
  });

  it('follows a step until nothing moves, before it takes the next', async () => {
    const { scheduler: one } = scheduler();
    const seen: string[] = [];
    const wait = async (name: string) => {
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      seen.push(`${name} ends`);
    };
    for (const name of ['a', 'b']) {
      one.soon({
        label: name,
        run: () => {
          seen.push(`${name} begins`);
          void wait(name);
        },
      });
    }
    while (await one.turn());
    expect(seen.map(line => line.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends']);
  });

  it('lets time pass only when it is moved, and never back', async () => {
    const { scheduler: one } = scheduler();
    const slept = one.sleep(1_000, 'sleeps').then(() => one.now);
    expect([await one.turn(), one.next]).toEqual([false, 1_000]);
    one.moveTo(2_000);
    one.moveTo(1_500);
    expect(await one.turn()).toBe(true);
    expect(await slept).toBe(2_000);
  });

  it('takes no step of what has died', async () => {
    const { scheduler: one, trace } = scheduler();
    const process = { name: 'worker', alive: true };
    let taken = false;
    one.soon({ label: 'never', of: process, run: () => void (taken = true) });
    process.alive = false;
    while (await one.turn());
    expect(taken).toBe(false);
    expect(trace.length).toBe(0);
  });
});
