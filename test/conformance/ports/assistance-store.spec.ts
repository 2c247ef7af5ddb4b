import { randomUUID } from 'node:crypto';
import { type Assistance } from '#runtime';
import { describeFreshStores } from './store-adapters.js';

const HOUR = 3_600_000;
const MORNING = Date.parse('2025-03-03T09:00:00+01:00');

describeFreshStores('AssistanceStore in $name', (stores, elsewhere) => {
  const [karen, dan, gerda] = [randomUUID(), randomUUID(), randomUUID()];
  const assistance = (change: Partial<Assistance> = {}): Assistance => ({
    id: randomUUID(),
    caseworker: karen,
    authority: '0630',
    person: dan,
    identified: 'counter',
    reason: 'exempt',
    from: MORNING,
    until: MORNING + 15 * HOUR,
    ...change,
  });

  it('gives back what was added, in every process', async () => {
    const one = assistance({ identified: 'letter', receivedOn: '2025-02-28', reason: 'wishesHelp' });
    await stores.assistances.add(one);
    expect(await elsewhere().assistances.find(one.id)).toEqual(one);
    expect(await stores.assistances.find(randomUUID())).toBeUndefined();
    expect(await stores.assistances.find("it's")).toBeUndefined();
  });

  it('lists those of a caseworker that go on, the newest first', async () => {
    const [first, second] = [assistance(), assistance({ person: gerda, from: MORNING + HOUR })];
    const others = assistance({ caseworker: randomUUID() });
    for (const one of [first, second, others]) await stores.assistances.add(one);
    expect(await stores.assistances.of(karen, MORNING + HOUR)).toEqual([second, first]);
    expect(await stores.assistances.of(karen, first.until)).toEqual([]);
    expect(await stores.assistances.of('nobody', MORNING)).toEqual([]);
  });

  it('ends one once, and for whoever began it alone', async () => {
    const one = assistance();
    await stores.assistances.add(one);
    const at = MORNING + HOUR;
    expect(await stores.assistances.end(one.id, randomUUID(), at)).toBe(false);
    expect(await stores.assistances.end(one.id, karen, at)).toBe(true);
    expect(await stores.assistances.end(one.id, karen, at + HOUR)).toBe(false);
    expect(await stores.assistances.find(one.id)).toEqual({ ...one, ended: at });
    expect(await stores.assistances.of(karen, at)).toEqual([]);
  });

  it('does not end what has ended by itself', async () => {
    const one = assistance();
    await stores.assistances.add(one);
    expect(await stores.assistances.end(one.id, karen, one.until)).toBe(false);
  });
});
