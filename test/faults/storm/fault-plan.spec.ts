import { seededRandom } from '../../support/index.js';
import { describePlan, planFaults } from './fault-plan.js';

const OPTIONS = { times: 2, apart: 10 };

function planOf(seed: number, over: { quick?: boolean; proxied?: boolean } = {}): string {
  const { quick = false, proxied = true } = over;
  const scene = { random: seededRandom(seed), apis: 2, workers: 2, authorities: ['cpr', 'skat'], proxied };
  return describePlan(planFaults(scene, { ...OPTIONS, quick }));
}

describe('planFaults', () => {
  it('gives the same faults at the same moments for a seed, and others for another', () => {
    expect(planOf(7)).toBe(planOf(7));
    expect(planOf(7)).not.toBe(planOf(8));
  });

  it('leaves out no kind of fault', () => {
    const plan = planOf(7);
    for (const words of [
      /kill api-/,
      /kill worker-/,
      /kill Postgres/,
      /kill Redis .* had written/,
      /kill Redis .* nothing/,
      /FLUSHALL/,
      /stop worker-\d for (1[6-9]|20) s/,
      /clock of/,
      /breaks every connection/,
      /refuses connections/,
      /lets nothing pass/,
      /ms slow/,
      /errorRate/,
      /silent/,
      /duplicate.*outOfOrder/,
    ]) {
      expect(plan).toMatch(words);
    }
  });

  it('tells moments in order, and knows what cannot be or takes too long', () => {
    const plan = planOf(3, { quick: true, proxied: false });
    const moments = plan.split('\n').map(line => Number.parseInt(line, 10));
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(plan).not.toMatch(/to redis|stop worker-/);
  });
});
