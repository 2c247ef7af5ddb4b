import { describeStores } from './store-adapters.js';

describeStores('KeyedDigest in $name', (stores, elsewhere) => {
  it('gives the same for the same text in every process, also when they are the first to ask', async () => {
    const processes = [stores, elsewhere(), elsewhere()];
    const asked = await Promise.all(processes.map(({ digests }) => digests.of('anna')));
    const [first] = asked;
    expect(first).toHaveLength(32);
    expect(asked).toEqual(processes.map(() => first));
    expect(await elsewhere().digests.of('anna')).toEqual(first);
    expect(await stores.digests.of('bo')).not.toEqual(first);
  });
});
