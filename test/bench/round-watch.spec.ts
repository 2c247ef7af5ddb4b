import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { until } from '../support/index.js';
import { machineTicks, processorSeconds, treeTicks } from './processes.js';
import { othersBetween, RoundWatch, type Usage } from './round-watch.js';

const at = (seconds: number, machine: number | undefined, own: number): Usage => ({
  at: seconds,
  machine,
  own,
});

describe('what other processes used', () => {
  it('is what the machine used without what is ours, a second', () => {
    expect(othersBetween(at(10, 100, 40), at(14, 107, 45))).toBe(0.5);
    expect(othersBetween(at(0, 0, 0), at(5, 10, 10))).toBe(0);
  });

  it('is never less than nothing, however the kernel rounds', () => {
    expect(othersBetween(at(0, 0, 0), at(1, 1, 1.02))).toBe(0);
  });

  it('is not known where the machine does not tell', () => {
    expect(othersBetween(at(0, undefined, 0), at(1, undefined, 0))).toBeUndefined();
  });

  it('is read from user, nice, system and steal of all processors', () => {
    const stat = 'cpu  1000 200 30 99999 888 77 66 4 5000 600\ncpu0 1 1 1 1 1 1 1 1 1 1\n';
    expect(machineTicks(stat)).toBe(1_234);
    expect(machineTicks('')).toBeUndefined();
  });

  it('is without the processes below ours, dead or alive, each counted once', () => {
    const all = [
      { id: 7, parent: 5, ticks: 1_000, ofEndedChildren: 0 },
      { id: 5, parent: 2, ticks: 100, ofEndedChildren: 20 },
      { id: 2, parent: 1, ticks: 3, ofEndedChildren: 0 },
      { id: 9, parent: 1, ticks: 50_000, ofEndedChildren: 0 },
    ];
    expect(treeTicks(all, [2])).toBe(1_123);
    expect(treeTicks(all, [2, 5, 7])).toBe(1_123);
    expect(treeTicks(all, [9, 42])).toBe(50_000);
    expect(treeTicks(all, [])).toBe(0);
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('is without what ours have used by now', async () => {
    const busy = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
    try {
      const before = processorSeconds(process.pid);
      await until(() => processorSeconds(busy.pid!) > 0.2, 'it to be busy');
      expect(processorSeconds(process.pid) - before).toBeGreaterThan(0.1);
    } finally {
      busy.kill();
      await once(busy, 'exit');
    }
  });
});

describe('RoundWatch', () => {
  /** Rounds of a second each, in which others use so many processors. */
  async function watched(...rounds: readonly (readonly [string, number | undefined])[]): Promise<RoundWatch> {
    let now = at(0, 0, 0);
    const watch = new RoundWatch(() => now);
    for (const [of, others] of rounds) {
      const { result, counts } = await watch.run(of, async () => {
        const machine = others === undefined ? undefined : (now.machine ?? 0) + others + 2;
        now = at(now.at + 1, machine, now.own + 2);
        return others;
      });
      expect(result).toBe(others);
      expect(counts).toBe(watch.rounds.at(-1)?.counts);
    }
    return watch;
  }

  it('counts a round in which others used a tenth of a processor at most', async () => {
    const { rounds } = await watched(['a', 0], ['a', 0.0625], ['a', 0.125], ['b', 1.5]);
    expect(rounds).toEqual([
      { of: 'a', others: 0, counts: true },
      { of: 'a', others: 0.0625, counts: true },
      { of: 'a', others: 0.125, counts: false },
      { of: 'b', others: 1.5, counts: false },
    ]);
  });

  it('counts every round where the machine does not tell', async () => {
    const { rounds } = await watched(['a', undefined]);
    expect(rounds).toEqual([{ of: 'a', others: undefined, counts: true }]);
  });

  it('names what had no quiet round', async () => {
    const watch = await watched(['a', 1], ['b', 1], ['a', 0], ['b', 1], ['c', 0]);
    expect(watch.disturbed()).toEqual(['b']);
  });
});
