import { STORE_ADAPTERS, type OpenStores } from './store-adapters.js';

describe.each(STORE_ADAPTERS)('PauseStore in $name', adapter => {
  let open: OpenStores;
  beforeAll(async () => {
    open = await adapter.open();
  });
  afterAll(() => open.close());

  it('remembers which authorities are paused', async () => {
    const { pauses } = open.stores;
    expect(await pauses.paused()).toEqual([]);
    await pauses.set('cpr', true, 'planned downtime', 'ops:maja');
    await pauses.set('dar', true, 'planned downtime', 'ops:maja');
    await pauses.set('dar', true, 'longer than planned', 'ops:jens');
    expect([...(await open.elsewhere().pauses.paused())].sort()).toEqual(['cpr', 'dar']);
    await pauses.set('cpr', false, 'back again', 'ops:maja');
    await pauses.set('skat', false, 'never was', 'ops:maja');
    expect(await pauses.paused()).toEqual(['dar']);
  });
});
