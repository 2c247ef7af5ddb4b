import { STORE_ADAPTERS, type OpenStores } from './store-adapters.js';

describe.each(STORE_ADAPTERS)('DefinitionStore in $name', adapter => {
  let open: OpenStores;
  beforeAll(async () => {
    open = await adapter.open();
  });
  afterAll(() => open.close());

  it('keeps what was published under its hash, and lists the latest of each id and effective date', async () => {
    const { definitions } = open.stores;
    const first = {
      hash: 'a1',
      id: 'moving',
      effective: '2025-01-01',
      sources: { '2025-01-01.yaml': 'id: moving\n', 'texts/da.yaml': 'title: Flytning på Ærø' },
    };
    const corrected = { ...first, hash: 'b2', sources: { '2025-01-01.yaml': 'id: moving # corrected\n' } };
    const next = { ...first, hash: 'c3', effective: '2026-07-01' };
    const divorce = { ...first, hash: 'd4', id: 'divorce' };
    for (const definition of [first, corrected, next, divorce]) await definitions.publish(definition);
    // Published again: changes nothing, and does not become the latest.
    await definitions.publish({ ...first, sources: { 'other.yaml': '' } });

    expect(await definitions.find('a1')).toEqual(first);
    expect(await open.elsewhere().definitions.find('b2')).toEqual(corrected);
    expect(await definitions.find('e5')).toBeUndefined();
    const listed = await definitions.list();
    expect(listed).toHaveLength(3);
    expect(listed).toEqual(
      expect.arrayContaining([
        { hash: 'b2', id: 'moving', effective: '2025-01-01' },
        { hash: 'c3', id: 'moving', effective: '2026-07-01' },
        { hash: 'd4', id: 'divorce', effective: '2025-01-01' },
      ]),
    );
  });
});
