import { describeStores } from './store-adapters.js';

describeStores('AppraisalStore in $name', (stores, elsewhere) => {
  const both = () => [stores.appraisals, elsewhere().appraisals] as const;

  it('keeps what was found, for all processes, and the last that is said', async () => {
    const [here, there] = both();
    expect(await there.find('a')).toBeUndefined();
    const first = { beside: { divorce: 'd1', none: '' }, found: { versions: { f1: { score: 90 } } } };
    await here.keep('a', first);
    expect(await there.find('a')).toEqual(first);
    const later = { beside: {}, found: { versions: {} } };
    await there.keep('a', later);
    expect(await here.find('a')).toEqual(later);
  });

  it('lets one of all that claim it work it out', async () => {
    const [here, there] = both();
    const claims = await Promise.all([here, there, here, there].map(store => store.claim('b', 600)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await there.find('b')).toBeUndefined();
    expect(await there.claim('other', 600)).toBe(true);
  });

  it('lets another do it once it was given back, or its time is over', async () => {
    const [here, there] = both();
    expect(await here.claim('c', 600)).toBe(true);
    await here.giveBack('c');
    expect(await there.claim('c', 0)).toBe(true);
    expect(await here.claim('c', 600)).toBe(true);
    expect(await there.claim('c', 600)).toBe(false);
  });

  it('can be claimed anew when it was kept, and what was kept stands meanwhile', async () => {
    const [here, there] = both();
    const kept = { beside: {}, found: 'once' };
    expect(await here.claim('d', 600)).toBe(true);
    await here.keep('d', kept);
    expect(await there.claim('d', 600)).toBe(true);
    expect(await here.find('d')).toEqual(kept);
  });
});
