import { randomUUID } from 'node:crypto';
import { type CryptoKey, generateKeyPair } from 'jose';
import { MemorySessionNews, MemoryStores } from '../../runtime/src/memory/index.js';
import { AccessTokens, OWN_ISSUER } from './access-tokens.js';
import { EndedSessions } from './ended-sessions.js';
import { KeyRing, OVERLAP, SIGNS_FOR } from './key-ring.js';
import { type KeySource } from './key-source.js';
import { NSIS } from './nsis.js';
import { TokenVerifier } from './token-verifier.js';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** In seconds: longer than a key verifies. */
const LONG = (SIGNS_FOR + 2 * OVERLAP) / SECOND;

describe('A token that was proven before', () => {
  let now: number;
  const clock = { now: () => now };
  let stores: MemoryStores;
  let news: MemorySessionNews;
  const person = randomUUID();

  beforeEach(() => {
    now = NOW;
    stores = new MemoryStores();
    news = new MemorySessionNews();
  });

  /** A process of its own. */
  const start = async (keys: KeyRing | KeySource = new KeyRing(stores.signingKeys, clock)) => {
    const ended = new EndedSessions(stores.sessions, news, clock);
    await ended.listen();
    const trusted = { issuer: OWN_ISSUER, audience: 'overgang', keys, maxAge: LONG, ended };
    return { ended, verifier: new TokenVerifier(trusted, clock) };
  };
  const openSession = async (): Promise<string> => {
    const times = { startedAt: now, expiresAt: now + DAY, endsAt: now + DAY };
    const session = { person, role: 'citizen', face: 'face', acr: NSIS.high, ...times };
    return (await stores.sessions.open(session, randomUUID()))!.id;
  };
  const sign = async (lifetime?: number, session?: string): Promise<string> => {
    const tokens = new AccessTokens('overgang', new KeyRing(stores.signingKeys, clock), clock);
    const bearer = { person, role: 'citizen', acr: NSIS.high, ...(session !== undefined && { session }) };
    return tokens.sign(bearer as Parameters<typeof tokens.sign>[0], lifetime);
  };

  it('is not proven again', async () => {
    const { verifier } = await start();
    const token = await sign();
    const caller = await verifier.verify(token);
    now += MINUTE;
    expect(await verifier.verify(token)).toBe(caller);
  });

  it('is refused once it has expired', async () => {
    const { verifier } = await start();
    const token = await sign(60);
    await verifier.verify(token);
    now += 64 * SECOND;
    expect(await verifier.verify(token)).toMatchObject({ person });
    now += 2 * SECOND;
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'expired-token' });
  });

  it('is refused at once when its session is ended, here or by another process', async () => {
    const [here, there] = [await start(), await start()];
    const session = await openSession();
    const token = await sign(undefined, session);
    for (const { verifier } of [here, there]) await verifier.verify(token);
    await there.ended.end(person, session);
    for (const { verifier } of [here, there]) {
      await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'session-over' });
    }
  });

  it('is refused at once when all sessions of its person end, as they do when the person is erased', async () => {
    const [here, there] = [await start(), await start()];
    const token = await sign(undefined, await openSession());
    await here.verifier.verify(token);
    await there.ended.endAll(person);
    await expect(here.verifier.verify(token)).rejects.toMatchObject({ code: 'session-over' });
  });

  it('is refused when the rotation of keys has left its key behind', async () => {
    const { verifier } = await start();
    const token = await sign(LONG);
    await verifier.verify(token);
    now += SIGNS_FOR;
    await sign();
    expect(await verifier.verify(token)).toMatchObject({ person });
    now += OVERLAP;
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'forged-token' });
  });

  it('is refused when its key is taken out', async () => {
    const { verifier } = await start();
    const token = await sign();
    await verifier.verify(token);
    stores.signingKeys.all = async () => [];
    now += MINUTE;
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'forged-token' });
  });

  it('is refused when another key has come under the name of its own', async () => {
    const ring = new KeyRing(stores.signingKeys, clock);
    let other: CryptoKey | undefined;
    const { verifier } = await start({ verifying: async id => other ?? ring.verifying(id) });
    const token = await sign();
    await verifier.verify(token);
    other = (await generateKeyPair('ES256')).publicKey;
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'forged-token' });
  });
});
