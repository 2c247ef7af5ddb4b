import { START } from './changes.js';
import { describeStores } from './store-adapters.js';

describeStores('SigningKeyStore in $name', (stores, elsewhere) => {
  const key = (generation: number, id = `key-${generation}`) => ({
    generation,
    id,
    jwk: { kty: 'EC', d: `secret of ${id}` },
    madeAt: START + generation,
  });

  it('keeps each generation as it was first made, and the two newest of them', async () => {
    const { signingKeys } = stores;
    expect(await signingKeys.all()).toEqual([]);
    await signingKeys.add(key(1));
    await Promise.all(['a', 'b', 'c'].map(name => elsewhere().signingKeys.add(key(2, name))));
    const [second, first] = await elsewhere().signingKeys.all();
    expect(first).toEqual(key(1));
    expect(second).toEqual(key(2, second!.id));
    await signingKeys.add(key(3));
    expect(await signingKeys.all()).toEqual([key(3), second]);
  });
});
