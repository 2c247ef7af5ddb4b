import { SignJWT } from 'jose';
import { MemoryStores } from '../../runtime/src/memory/index.js';
import { AccessTokens, OWN_ISSUER } from './access-tokens.js';
import { KeyRing, OVERLAP, SIGNS_FOR } from './key-ring.js';
import { NSIS } from './nsis.js';
import { TokenVerifier } from './token-verifier.js';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const MINUTE = 60_000;
const ANNA = { person: '0195a6c0-0000-7000-8000-00000000000a', role: 'citizen', acr: NSIS.high } as const;

describe('KeyRing', () => {
  let now: number;
  const clock = { now: () => now };
  let store: MemoryStores['signingKeys'];

  beforeEach(() => {
    now = NOW;
    store = new MemoryStores().signingKeys;
  });

  /** A process of its own. */
  const start = () => {
    const keys = new KeyRing(store, clock);
    return {
      keys,
      tokens: new AccessTokens('overgang', keys, clock),
      verifier: new TokenVerifier({ issuer: OWN_ISSUER, audience: 'overgang', keys, maxAge: 86_400 }, clock),
    };
  };

  it('signs what other processes verify at once, with one key for all', async () => {
    const [one, other] = [start(), start()];
    const [first, second] = await Promise.all([one.tokens.sign(ANNA), other.tokens.sign(ANNA)]);
    expect(await other.verifier.verify(first)).toMatchObject({ person: ANNA.person, role: 'citizen' });
    expect(await one.verifier.verify(second)).toMatchObject({ person: ANNA.person });
    expect(await store.all()).toHaveLength(1);
  });

  it('says in the token for how long it is good and of which session it is', async () => {
    const { tokens, verifier } = start();
    const caller = await verifier.verify(await tokens.sign({ ...ANNA, session: 'one' }));
    expect(caller).toEqual({
      person: ANNA.person,
      role: 'citizen',
      session: 'one',
      expires: NOW + 10 * MINUTE,
    });
  });

  it('takes a new key without a restart, while the one before verifies until its tokens are over', async () => {
    const [one, other] = [start(), start()];
    const old = await one.tokens.sign(ANNA, 86_400);
    await other.verifier.verify(old);
    now += SIGNS_FOR;
    const last = await start().tokens.sign(ANNA, 86_400);
    expect(await other.verifier.verify(last)).toMatchObject({ person: ANNA.person });
    expect((await other.keys.published()).keys).toHaveLength(2);
    expect(JSON.stringify(await other.keys.published())).not.toContain('"d"');
    const { id } = await other.keys.signing();
    const before = (await store.all())[1]!.id;
    expect(id).not.toBe(before);
    expect(await other.keys.verifying(before)).toBeDefined();
    now += OVERLAP;
    expect(await other.keys.verifying(before)).toBeUndefined();
    expect((await other.keys.published()).keys).toHaveLength(1);
  });

  it('makes no second key while the first is young', async () => {
    const { keys } = start();
    const { id } = await keys.signing();
    now += SIGNS_FOR - 1;
    expect((await start().keys.signing()).id).toBe(id);
  });

  it('believes nobody by a key that was taken out', async () => {
    const { keys, tokens, verifier } = start();
    const token = await tokens.sign(ANNA);
    store.all = async () => [];
    now += MINUTE;
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'forged-token' });
    expect((await keys.published()).keys).toEqual([]);
  });

  it('looks in the store once for many names that nobody has', async () => {
    const { keys } = start();
    await keys.signing();
    now += 1_000;
    let asked = 0;
    const all = store.all.bind(store);
    store.all = () => ((asked += 1), all());
    for (let i = 0; i < 50; i += 1) expect(await keys.verifying(`nobody-${i}`)).toBeUndefined();
    expect(asked).toBe(1);
  });

  it('refuses what is signed by another key under the id of one of ours', async () => {
    const { keys, verifier } = start();
    const { id } = await keys.signing();
    const stranger = await new KeyRing(new MemoryStores().signingKeys, clock).signing();
    const forged = await new SignJWT({ roles: ['ops'], acr: NSIS.high })
      .setProtectedHeader({ alg: 'ES256', kid: id, typ: 'at+jwt' })
      .setIssuer(OWN_ISSUER)
      .setAudience('overgang')
      .setSubject(ANNA.person)
      .setIssuedAt(NOW / 1000)
      .setExpirationTime(NOW / 1000 + 60)
      .sign(stranger.key);
    await expect(verifier.verify(forged)).rejects.toMatchObject({ code: 'forged-token' });
  });
});
