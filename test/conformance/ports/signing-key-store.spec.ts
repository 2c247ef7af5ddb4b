import { START } from './changes.js';
import { STORE_ADAPTERS, type OpenStores } from './store-adapters.js';

describe.each(STORE_ADAPTERS)('SigningKeyStore in $name', adapter => {
  let open: OpenStores;
  beforeAll(async () => {
    open = await adapter.open();
  });
  afterAll(() => open.close());

  const key = (generation: number, id = `key-${generation}`) => ({
    generation,
    id,
    jwk: { kty: 'EC', d: `secret of ${id}` },
    madeAt: START + generation,
  });

  it('keeps each generation as it was first made, and the two newest of them', async () => {
    const { signingKeys } = open.stores;
    expect(await signingKeys.all()).toEqual([]);
    await signingKeys.add(key(1));
    await Promise.all(['a', 'b', 'c'].map(name => open.elsewhere().signingKeys.add(key(2, name))));
    const [second, first] = await open.elsewhere().signingKeys.all();
    expect(first).toEqual(key(1));
    expect(second).toEqual(key(2, second!.id));
    await signingKeys.add(key(3));
    expect(await signingKeys.all()).toEqual([key(3), second]);
  });
});
