import { until } from '../../../test/support/until.js';
import { sampleCatalogue } from '../../journey/test/sample-catalogue.js';
import { sampleWorld } from '../test/sample-runtime.js';
import { Dispatching } from './dispatching.js';
import type { AuthorityReply } from './ports.js';

describe('a dispatch that is rung for twice at once', () => {
  it('is asked for once', async () => {
    const world = await sampleWorld();
    const runtime = world.runtime();
    const { record } = await runtime.start({ definition: 'moving', person: 'anna' });
    const data = { date: '2025-03-10', address: { street: 'Strandvejen 1', postcode: '8000' } };
    await runtime.submit({ journey: record.id, person: 'anna', task: 'declareMove', event: 'submit', data });
    const [dispatch] = await world.stores.dispatches.ofJourney(record.id);

    let reply: (reply: AuthorityReply) => void = () => undefined;
    let calls = 0;
    const dispatching = new Dispatching({
      runtime,
      dispatches: world.stores.dispatches,
      authorities: {
        call: () => {
          calls += 1;
          return new Promise(resolve => (reply = resolve));
        },
      },
      catalogue: sampleCatalogue,
      alerts: world.alerts,
      clock: world.clock,
    });
    const both = [dispatching.perform(dispatch!.id), dispatching.perform(dispatch!.id)];
    await until(() => calls > 0, 'the call');
    reply({ kind: 'answered', answer: { reference: 'FL-1', registeredOn: '2025-03-10' } });
    expect(await Promise.all(both)).toEqual([{ kind: 'done' }, { kind: 'done' }]);
    expect(calls).toBe(1);
    const settled = await world.stores.dispatches.find(dispatch!.id);
    expect(settled?.status).toBe('answered');
  });
});
