import { describeStores } from './store-adapters.js';

describeStores('DefinitionStore in $name', (stores, elsewhere) => {
  it('keeps what was published under its hash, and lists the latest of each id and effective date', async () => {
    const { definitions } = stores;
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
    expect(await elsewhere().definitions.find('b2')).toEqual(corrected);
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

  it('keeps with a version that nobody acts in it for another', async () => {
    const { definitions } = stores;
    const there = elsewhere().definitions;
    const version = { id: 'crime', effective: '2025-01-01' };
    await definitions.publish({ ...version, hash: 'g1', sources: {} });
    await definitions.publish({ ...version, hash: 'g2', sources: {}, ownOnly: true });
    expect(await there.find('g1')).toEqual({ ...version, hash: 'g1', sources: {} });
    expect(await there.find('g2')).toEqual({ ...version, hash: 'g2', sources: {}, ownOnly: true });
    const crimes = async () => (await there.list()).filter(({ id }) => id === 'crime');
    expect(await crimes()).toEqual([{ ...version, hash: 'g2', ownOnly: true }]);
    await definitions.withdraw('g2', 'designer:d1', 'freezes');
    expect(await crimes()).toEqual([{ ...version, hash: 'g1' }]);
    const publications = (await there.publications()).filter(({ id }) => id === 'crime');
    expect(publications.map(({ ownOnly }) => ownOnly)).toEqual([undefined, true]);
  });

  it('starts nothing on what was withdrawn, until it is reinstated', async () => {
    const { definitions } = stores;
    const there = elsewhere().definitions;
    const hashes = async () =>
      (await there.list()).filter(({ id }) => id === 'birth').map(({ hash }) => hash);
    const publications = async () => (await there.publications()).filter(({ id }) => id === 'birth');
    const first = { hash: 'f1', id: 'birth', effective: '2025-01-01', sources: {} };
    const corrected = { ...first, hash: 'f2' };
    await definitions.publish(first);
    await definitions.publish(corrected, 'designer:d1');
    expect(await publications()).toEqual([
      {
        hash: 'f1',
        id: 'birth',
        effective: '2025-01-01',
        publishedAt: expect.any(Number),
        publishedBy: 'system',
      },
      {
        hash: 'f2',
        id: 'birth',
        effective: '2025-01-01',
        publishedAt: expect.any(Number),
        publishedBy: 'designer:d1',
      },
    ]);

    expect(await definitions.withdraw('f2', 'designer:d2', 'freezes')).toBe(true);
    expect(await hashes()).toEqual(['f1']);
    expect(await there.find('f2')).toEqual(corrected);
    // Neither a process that starts nor a second withdrawal changes it.
    await definitions.publish(corrected);
    expect(await definitions.withdraw('f2', 'designer:d3', 'me too')).toBe(true);
    const withdrawn = { at: expect.any(Number), by: 'designer:d2', reason: 'freezes' };
    expect(await publications()).toEqual([
      expect.not.objectContaining({ withdrawn: expect.anything() }),
      expect.objectContaining({ hash: 'f2', publishedBy: 'designer:d1', withdrawn }),
    ]);
    await definitions.withdraw('f1', 'designer:d2', 'too');
    expect(await hashes()).toEqual([]);

    await definitions.reinstate('f2');
    expect(await hashes()).toEqual(['f2']);
    expect(await definitions.withdraw('none', 'designer:d2', 'nothing there')).toBe(false);
    await definitions.reinstate('none');
  });

  it('keeps what was found sound, and the last that is said of it', async () => {
    const { definitions } = stores;
    const there = elsewhere().definitions;
    const clearance = {
      digest: 'd1',
      beside: { divorce: 'd2' },
      versions: [{ hash: 'a1', id: 'moving', effective: '2025-01-01' }],
    };
    expect(await definitions.clearance('d1')).toBeUndefined();
    await definitions.clear(clearance);
    expect(await there.clearance('d1')).toEqual(clearance);
    const later = { ...clearance, beside: {} };
    await there.clear(later);
    expect(await definitions.clearance('d1')).toEqual(later);
    expect(await definitions.clearance('d2')).toBeUndefined();
  });
});
