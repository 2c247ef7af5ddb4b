import { type AuditEntry } from '#runtime';
import { MINUTE, START } from './changes.js';
import { describeFreshStores } from './store-adapters.js';

const paused: AuditEntry = {
  at: START,
  actor: 'ops:maja',
  action: 'authority-paused',
  subjects: ['cpr'],
  reason: 'planned downtime; "æøå"',
};
const read: AuditEntry = { at: START + MINUTE, actor: 'ops:jens', action: 'journey-read', subjects: ['j-1'] };
const published: AuditEntry = {
  at: START + 2 * MINUTE,
  actor: 'designer:jens',
  action: 'definition-published',
  subjects: ['moving'],
};

describeFreshStores('AuditLog in $name', (stores, elsewhere) => {
  let ids: string[];
  beforeEach(async () => {
    ids = [];
    for (const entry of [paused, read, published]) ids.push(await stores.audit.append(entry));
  });

  it('keeps what was begun, newest first, also for other processes', async () => {
    expect(await elsewhere().audit.page({ limit: 9 })).toEqual([
      { id: ids[2], ...published },
      { id: ids[1], ...read },
      { id: ids[0], ...paused },
    ]);
  });

  it('is told once how it went, and what it was about', async () => {
    const { audit } = stores;
    await audit.conclude(ids[0]!, 'done');
    await audit.conclude(ids[0]!, 'fault', ['dar']);
    await audit.conclude(ids[2]!, 'done', ['hash-1', 'hash-2']);
    await audit.conclude('4711', 'done');
    expect(await audit.page({ limit: 9 })).toMatchObject([
      { outcome: 'done', subjects: ['moving', 'hash-1', 'hash-2'] },
      { id: ids[1] },
      { outcome: 'done', subjects: ['cpr'] },
    ]);
    expect((await audit.page({ limit: 9 }))[1]).not.toHaveProperty('outcome');
    expect((await audit.page({ subject: 'hash-2', limit: 9 })).map(({ id }) => id)).toEqual([ids[2]]);
  });

  it.each([
    ['actor', { actor: 'ops:jens' }, [1]],
    ['action', { action: 'authority-paused' }, [0]],
    ['subject', { subject: 'j-1' }, [1]],
    ['role', { role: 'ops' }, [1, 0]],
    ['a role by its whole name', { role: 'op' }, []],
    ['period', { from: START + MINUTE, before: START + 2 * MINUTE }, [1]],
    ['nothing that is there', { actor: 'ops:maja', subject: 'j-1' }, []],
  ] as const)('is searched by %s', async (_, filter, expected) => {
    const found = await stores.audit.page({ ...filter, limit: 9 });
    expect(found.map(({ id }) => ids.indexOf(id))).toEqual(expected);
  });

  it('is given in pages', async () => {
    const { audit } = stores;
    const first = await audit.page({ limit: 2 });
    expect(first.map(({ id }) => ids.indexOf(id))).toEqual([2, 1]);
    const second = await audit.page({ limit: 2, after: first[1]! });
    expect(second.map(({ id }) => ids.indexOf(id))).toEqual([0]);
  });

  it('is in the order in which it was done, whenever it was written down', async () => {
    const { audit } = stores;
    ids.push(await audit.append(paused), await audit.append({ ...read, at: START + 1 }));
    const order = [2, 1, 4, 3, 0];
    const all = await audit.page({ limit: 9 });
    expect(all.map(({ id }) => ids.indexOf(id))).toEqual(order);
    for (const [place, after] of all.entries()) {
      const rest = await audit.page({ limit: 9, after });
      expect(rest.map(({ id }) => ids.indexOf(id))).toEqual(order.slice(place + 1));
    }
  });
});
