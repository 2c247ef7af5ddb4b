import { STORE_ADAPTERS, type OpenStores } from './store-adapters.js';

describe.each(STORE_ADAPTERS)('KeyedDigest in $name', adapter => {
  let open: OpenStores;
  beforeAll(async () => {
    open = await adapter.open();
  });
  afterAll(() => open.close());

  it('gives the same for the same text in every process, also when they are the first to ask', async () => {
    const processes = [open.stores, open.elsewhere(), open.elsewhere()];
    const asked = await Promise.all(processes.map(({ digests }) => digests.of('anna')));
    const [first] = asked;
    expect(first).toHaveLength(32);
    expect(asked).toEqual(processes.map(() => first));
    expect(await open.elsewhere().digests.of('anna')).toEqual(first);
    expect(await open.stores.digests.of('bo')).not.toEqual(first);
  });
});
