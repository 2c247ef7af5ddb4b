import { randomUUID } from 'node:crypto';
import { CODE_TRIES, type SecondChannelStore } from '#runtime';
import { type OpenStores, STORE_ADAPTERS } from './store-adapters.js';

const NOW = Date.parse('2026-11-29T12:00:00Z');
const SENT = { code: '402911', until: NOW + 60_000 };
const PHONE = { way: 'sms', address: '+4512345678' } as const;

describe.each(STORE_ADAPTERS)('SecondChannelStore in $name', ({ open }) => {
  let opened: OpenStores;
  let store: SecondChannelStore;
  const [anna, bo] = [randomUUID(), randomUUID()];

  beforeEach(async () => {
    opened = await open();
    store = opened.stores.secondChannels;
  });
  afterEach(() => opened?.close());

  it('keeps one for each person, unconfirmed until the code is sent back', async () => {
    await store.save(anna, PHONE, SENT);
    expect(await store.find(anna)).toEqual({ ...PHONE, confirmed: false });
    expect(await store.find(bo)).toBeUndefined();
    expect(await store.confirm(bo, SENT.code, NOW)).toBe(false);
    expect(await opened.elsewhere().secondChannels.confirm(anna, SENT.code, NOW)).toBe(true);
    expect(await store.find(anna)).toEqual({ ...PHONE, confirmed: true });
    expect(await store.find('nobody')).toBeUndefined();
  });

  it('takes a code once, before its end, and within so many tries', async () => {
    await store.save(anna, PHONE, SENT);
    expect(await store.confirm(anna, SENT.code, SENT.until)).toBe(false);
    for (let tries = 1; tries < CODE_TRIES; tries += 1) {
      expect(await store.confirm(anna, '000000', NOW)).toBe(false);
    }
    expect(await store.confirm(anna, SENT.code, NOW)).toBe(true);
    expect(await store.confirm(anna, SENT.code, NOW)).toBe(false);
    expect(await store.find(anna)).toMatchObject({ confirmed: true });

    await store.save(bo, PHONE, SENT);
    const tries = await Promise.all(
      Array.from({ length: CODE_TRIES }, () => store.confirm(bo, '000000', NOW)),
    );
    expect(tries).not.toContain(true);
    expect(await store.confirm(bo, SENT.code, NOW)).toBe(false);
  });

  it('puts another in its place, which is unconfirmed', async () => {
    await store.save(anna, PHONE, SENT);
    await store.confirm(anna, SENT.code, NOW);
    const mail = { way: 'email', address: 'anna@example.dk' } as const;
    await store.save(anna, mail, { ...SENT, code: '111111' });
    expect(await store.find(anna)).toEqual({ ...mail, confirmed: false });
    expect(await store.confirm(anna, SENT.code, NOW)).toBe(false);
    expect(await store.confirm(anna, '111111', NOW)).toBe(true);
  });

  it('forgets it when it is removed, and with the person', async () => {
    await store.save(anna, PHONE, SENT);
    await store.save(bo, PHONE, SENT);
    await store.remove(anna);
    await opened.stores.erasures.erasePerson(bo);
    expect(await store.find(anna)).toBeUndefined();
    expect(await store.find(bo)).toBeUndefined();
  });
});
