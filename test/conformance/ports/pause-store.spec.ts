import { MINUTE, START } from './changes.js';
import { describeStores } from './store-adapters.js';

describeStores('PauseStore in $name', (stores, elsewhere) => {
  it('remembers which authorities are paused, since when, why and by whom', async () => {
    const { pauses } = stores;
    expect(await pauses.paused()).toEqual([]);
    await pauses.set('cpr', true, 'planned downtime', 'ops:maja', START);
    await pauses.set('dar', true, 'planned downtime', 'ops:maja', START);
    await pauses.set('dar', true, 'longer than planned', 'ops:jens', START + MINUTE);
    const dar = { authority: 'dar', since: START, reason: 'longer than planned', by: 'ops:jens' };
    expect(await elsewhere().pauses.paused()).toEqual([
      { authority: 'cpr', since: START, reason: 'planned downtime', by: 'ops:maja' },
      dar,
    ]);
    await pauses.set('cpr', false, 'back again', 'ops:maja', START + MINUTE);
    await pauses.set('skat', false, 'never was', 'ops:maja', START + MINUTE);
    expect(await pauses.paused()).toEqual([dar]);
    await pauses.set('cpr', true, 'down again', 'ops:maja', START + 2 * MINUTE);
    expect(await pauses.paused()).toMatchObject([{ since: START + 2 * MINUTE }, { since: START }]);
  });
});
