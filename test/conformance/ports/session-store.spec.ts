import { randomUUID } from 'node:crypto';
import { type NewSession, type OpenedSession } from '#runtime';
import { MINUTE, START } from './changes.js';
import { describeFreshStores, describeStores } from './store-adapters.js';

const HOUR = 60 * MINUTE;
const FACE = 'face';

const sessionOf = (over: Partial<NewSession> = {}): NewSession => ({
  person: randomUUID(),
  role: 'citizen',
  face: FACE,
  acr: 'high',
  startedAt: START,
  expiresAt: START + HOUR,
  endsAt: START + 2 * HOUR,
  ...over,
});

describeStores('SessionStore in $name', (stores, elsewhere) => {
  const opened = async (over: Partial<NewSession> = {}): Promise<OpenedSession & { person: string }> => {
    const session = sessionOf(over);
    return { ...(await stores.sessions.open(session, randomUUID()))!, person: session.person };
  };

  it('opens one on a proof, and none on a proof that has been used', async () => {
    const session = sessionOf();
    const proof = randomUUID();
    const tried = await Promise.all([1, 2, 3].map(() => elsewhere().sessions.open(session, proof)));
    const [only, ...more] = tried.filter(one => one !== undefined);
    expect(more).toEqual([]);
    await stores.sessions.end(session.person, only!.id, START);
    expect(await stores.sessions.open(session, proof)).toBeUndefined();
  });

  it('goes on while it is used, and not beyond its end', async () => {
    const { sessions } = stores;
    const { renewal, id, person } = await opened();
    expect(await sessions.renew(renewal, FACE, START + 30 * MINUTE, HOUR)).toMatchObject({
      id,
      person,
      role: 'citizen',
      face: FACE,
      acr: 'high',
      startedAt: START,
      usedAt: START + 30 * MINUTE,
      expiresAt: START + 90 * MINUTE,
    });
    const last = await elsewhere().sessions.renew(renewal, FACE, START + 89 * MINUTE, HOUR);
    expect(last).toMatchObject({ expiresAt: START + 2 * HOUR, endsAt: START + 2 * HOUR });
    expect(await sessions.renew(renewal, FACE, START + 2 * HOUR, HOUR)).toBeUndefined();
  });

  it('is renewed by its own face, under its own name, while it is open', async () => {
    const { sessions } = stores;
    const { renewal, id, person } = await opened();
    expect(await sessions.renew(renewal, 'another', START, HOUR)).toBeUndefined();
    expect(await sessions.renew(id, FACE, START, HOUR)).toBeUndefined();
    expect(await sessions.renew(renewal, FACE, START + HOUR, HOUR)).toBeUndefined();
    expect(await elsewhere().sessions.end(person, id, START)).toEqual([id]);
    expect(await sessions.renew(renewal, FACE, START, HOUR)).toBeUndefined();
  });

  it('ends with all that came of the same sign-in, and with nothing else', async () => {
    const { sessions } = stores;
    const person = randomUUID();
    const signIn = randomUUID();
    const one = await opened({ person, signIn });
    const two = await opened({ person, signIn, face: 'another', role: 'ops' });
    const apart = await opened({ person, signIn: randomUUID(), startedAt: START + MINUTE });
    const without = await opened({ person });
    expect(await sessions.end(randomUUID(), one.id, START)).toEqual([]);
    expect(await sessions.end(person, 'no id', START)).toEqual([]);
    expect((await sessions.of(person, START)).map(({ id }) => id)[0]).toBe(apart.id);
    expect(new Set(await sessions.end(person, one.id, START))).toEqual(new Set([one.id, two.id]));
    expect(await sessions.end(person, two.id, START)).toEqual([]);
    const left = (await sessions.of(person, START)).map(({ id }) => id);
    expect(new Set(left)).toEqual(new Set([apart.id, without.id]));
    expect(await sessions.of(person, START + HOUR)).toEqual([]);
  });

  it('ends all that came of one sign-in', async () => {
    const { sessions } = stores;
    const [signIn, person] = [randomUUID(), randomUUID()];
    const one = await opened({ person, signIn });
    const two = await opened({ person, signIn, face: 'another' });
    const { id } = await opened({ person, signIn: randomUUID() });
    const ended = await elsewhere().sessions.endSignIn(signIn, START);
    expect(new Set(ended)).toEqual(new Set([one.id, two.id]));
    expect(await sessions.endSignIn(signIn, START)).toEqual([]);
    expect((await sessions.of(person, START)).map(session => session.id)).toEqual([id]);
  });

  it('ends all of one person', async () => {
    const { sessions } = stores;
    const mine = await opened();
    const more = await opened({ person: mine.person });
    const another = await opened();
    const ended = await elsewhere().sessions.endAll(mine.person, START);
    expect(new Set(ended)).toEqual(new Set([mine.id, more.id]));
    expect(await sessions.of(mine.person, START)).toEqual([]);
    expect(await sessions.of(another.person, START)).toHaveLength(1);
  });

  it('knows those that were ended after a time', async () => {
    const { sessions } = stores;
    const [early, late, never] = [await opened(), await opened(), await opened()];
    await sessions.end(early.person, early.id, START + MINUTE);
    await sessions.end(late.person, late.id, START + 2 * MINUTE);
    const ended = await elsewhere().sessions.endedSince(START + MINUTE);
    expect(ended).toContain(late.id);
    expect(ended).not.toContain(early.id);
    expect(ended).not.toContain(never.id);
  });

  describe('and BrowserSessionStore', () => {
    const kept = { typed: 'half a sentence' };
    const END = START + HOUR;

    it('find what was saved, in every process, until it expires or is removed', async () => {
      const { browserSessions: browsers } = stores;
      const id = randomUUID();
      expect(await browsers.find(id, START)).toBeUndefined();
      await browsers.save(id, { first: 1 }, START + MINUTE, undefined, START);
      await browsers.save(id, kept, START + MINUTE, undefined, START);
      expect(await elsewhere().browserSessions.find(id, START)).toEqual(kept);
      expect(await browsers.find(id, START + MINUTE)).toBeUndefined();
      await browsers.extend(id, END);
      expect(await browsers.find(id, START + MINUTE)).toEqual(kept);
      await browsers.remove(id);
      expect(await browsers.find(id, START)).toBeUndefined();
    });

    it('find nothing once the session has ended that it belongs to', async () => {
      const { browserSessions: browsers } = stores;
      const { id: session, person } = await opened();
      const [one, other] = [randomUUID(), randomUUID()];
      await browsers.save(one, kept, END + HOUR, session, START);
      await browsers.save(other, kept, END + HOUR, (await opened()).id, START);
      expect(await browsers.find(one, START)).toEqual(kept);
      expect(await browsers.find(one, END)).toBeUndefined();
      await elsewhere().sessions.end(person, session, START);
      expect(await browsers.find(one, START)).toBeUndefined();
      expect(await browsers.find(other, START)).toEqual(kept);
    });
  });
});

describeFreshStores('SessionStore in $name, of all there are', (stores, elsewhere) => {
  it('ends everybody’s', async () => {
    const { sessions } = stores;
    const [one, other] = [randomUUID(), randomUUID()];
    const first = await sessions.open(sessionOf({ person: one }), randomUUID());
    const second = await sessions.open(sessionOf({ person: other }), randomUUID());
    await sessions.end(one, first!.id, START);
    expect(await elsewhere().sessions.endEverybodys(START)).toEqual([second!.id]);
    expect(await sessions.of(other, START)).toEqual([]);
  });
});
