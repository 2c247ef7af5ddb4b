import { Counter } from 'prom-client';
import { createLogger } from '#telemetry';
import { until } from '../../../../../test/support/index.js';
import { ShedLoad } from './shed-load.js';

describe('shed load', () => {
  it('is told at once and then in sums, and counted one by one', async () => {
    const lines: string[] = [];
    const logger = createLogger({ process: 'test', level: 'info' }, { write: line => void lines.push(line) });
    const shed = new Counter({ name: 'shed', help: 'shed', labelNames: ['reason'], registers: [] });
    const load = new ShedLoad(logger, { shed }, 20);
    for (let i = 0; i < 1_000; i += 1) load.count(i % 10 === 0 ? 'address' : 'public');
    expect(lines).toHaveLength(1);
    await until(() => lines.length === 2, 'the sum');
    expect(lines.map(line => (JSON.parse(line) as { shed: object }).shed)).toEqual([
      { address: 1 },
      { public: 900, address: 99 },
    ]);
    expect((await shed.get()).values.map(({ value }) => value).sort()).toEqual([100, 900]);
    expect(lines.join()).not.toContain('stack');
  });
});
