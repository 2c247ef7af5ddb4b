import { randomUUID } from 'node:crypto';
import { MemorySessionNews, MemoryStores } from '../../runtime/src/memory/index.js';
import { EndedSessions } from './ended-sessions.js';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('EndedSessions', () => {
  let now: number;
  const clock = { now: () => now };
  let store: MemoryStores['sessions'];
  let news: MemorySessionNews;
  const anna = randomUUID();

  beforeEach(() => {
    now = NOW;
    store = new MemoryStores().sessions;
    news = new MemorySessionNews();
  });

  /** A process of its own. @param deaf it hears of nothing */
  const start = async (deaf = false): Promise<EndedSessions> => {
    const ended = new EndedSessions(store, deaf ? new MemorySessionNews() : news, clock);
    await ended.listen();
    return ended;
  };
  const open = async (signIn: string = randomUUID()): Promise<string> => {
    const times = { startedAt: now, expiresAt: now + HOUR, endsAt: now + HOUR };
    const session = { person: anna, role: 'citizen', face: 'face', acr: 'high', signIn, ...times };
    return (await store.open(session, randomUUID()))!.id;
  };

  it('are known at once here and wherever it is heard, and no other with them', async () => {
    const [here, there] = [await start(), await start()];
    const [one, other, open_] = [await open(), await open(), await open()];
    expect(await there.includes(one)).toBe(false);
    expect(await here.end(anna, one)).toBe(true);
    expect(await here.end(anna, one)).toBe(false);
    expect(await here.end(randomUUID(), open_)).toBe(false);
    await there.end(anna, other);
    for (const process of [here, there]) {
      expect(await process.includes(one)).toBe(true);
      expect(await process.includes(other)).toBe(true);
      expect(await process.includes(open_)).toBe(false);
    }
  });

  it('are all of one sign-in, or all of a person, if that is what ends', async () => {
    const [here, there] = [await start(), await start()];
    const signIn = randomUUID();
    const [one, two, three] = [await open(signIn), await open(signIn), await open()];
    await here.endSignIn(signIn);
    const known = () => Promise.all([one, two, three].map(session => there.includes(session)));
    expect(await known()).toEqual([true, true, false]);
    await here.endAll(anna);
    expect(await known()).toEqual([true, true, true]);
  });

  it('are known to a process that starts later, and within a minute to one that hears nothing', async () => {
    const [here, deaf] = [await start(), await start(true)];
    const session = await open();
    expect(await deaf.includes(session)).toBe(false);
    await here.end(anna, session);
    expect(await (await start()).includes(session)).toBe(true);
    expect(await deaf.includes(session)).toBe(false);
    now += MINUTE;
    expect(await deaf.includes(session)).toBe(true);
  });

  it('are read when something may have been missed, by one read for all who ask', async () => {
    const there = await start();
    const session = await open();
    await there.includes(session);
    await store.end(anna, session, now);
    let reads = 0;
    const { endedSince } = store;
    store.endedSince = since => ((reads += 1), endedSince.call(store, since));
    news.miss();
    expect(await Promise.all([1, 2, 3].map(() => there.includes(session)))).toEqual([true, true, true]);
    expect(reads).toBe(1);
  });

  it('are asked for again when the store was away', async () => {
    const there = await start();
    const session = await open();
    const { endedSince } = store;
    store.endedSince = () => Promise.reject(new Error('away'));
    await expect(there.includes(session)).rejects.toThrow('away');
    store.endedSince = endedSince;
    expect(await there.includes(session)).toBe(false);
  });

  it('are remembered for longer than their tokens are good, and forgotten then', async () => {
    const here = await start();
    const session = await open();
    await here.end(anna, session);
    now += 10 * MINUTE + 5_000;
    expect(await here.includes(session)).toBe(true);
    now += 12 * MINUTE;
    expect(await here.includes(session)).toBe(false);
  });
});
