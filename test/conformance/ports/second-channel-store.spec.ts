import { randomUUID } from 'node:crypto';
import { CODE_TRIES } from '#runtime';
import { describeFreshStores } from './store-adapters.js';

const NOW = Date.parse('2026-11-29T12:00:00Z');
const SENT = { code: '402911', until: NOW + 60_000 };
const PHONE = { way: 'sms', address: '+4512345678' } as const;

describeFreshStores('SecondChannelStore in $name', (stores, elsewhere) => {
  const [anna, bo] = [randomUUID(), randomUUID()];

  it('keeps one for each person, unconfirmed until the code is sent back', async () => {
    await stores.secondChannels.save(anna, PHONE, SENT);
    expect(await stores.secondChannels.find(anna)).toEqual({ ...PHONE, confirmed: false });
    expect(await stores.secondChannels.find(bo)).toBeUndefined();
    expect(await stores.secondChannels.confirm(bo, SENT.code, NOW)).toBe(false);
    expect(await elsewhere().secondChannels.confirm(anna, SENT.code, NOW)).toBe(true);
    expect(await stores.secondChannels.find(anna)).toEqual({ ...PHONE, confirmed: true });
    expect(await stores.secondChannels.find('nobody')).toBeUndefined();
  });

  it('takes a code once, before its end, and within so many tries', async () => {
    await stores.secondChannels.save(anna, PHONE, SENT);
    expect(await stores.secondChannels.confirm(anna, SENT.code, SENT.until)).toBe(false);
    for (let tries = 1; tries < CODE_TRIES; tries += 1) {
      expect(await stores.secondChannels.confirm(anna, '000000', NOW)).toBe(false);
    }
    expect(await stores.secondChannels.confirm(anna, SENT.code, NOW)).toBe(true);
    expect(await stores.secondChannels.confirm(anna, SENT.code, NOW)).toBe(false);
    expect(await stores.secondChannels.find(anna)).toMatchObject({ confirmed: true });

    await stores.secondChannels.save(bo, PHONE, SENT);
    const tries = await Promise.all(
      Array.from({ length: CODE_TRIES }, () => stores.secondChannels.confirm(bo, '000000', NOW)),
    );
    expect(tries).not.toContain(true);
    expect(await stores.secondChannels.confirm(bo, SENT.code, NOW)).toBe(false);
  });

  it('puts another in its place, which is unconfirmed', async () => {
    await stores.secondChannels.save(anna, PHONE, SENT);
    await stores.secondChannels.confirm(anna, SENT.code, NOW);
    const mail = { way: 'email', address: 'anna@example.dk' } as const;
    await stores.secondChannels.save(anna, mail, { ...SENT, code: '111111' });
    expect(await stores.secondChannels.find(anna)).toEqual({ ...mail, confirmed: false });
    expect(await stores.secondChannels.confirm(anna, SENT.code, NOW)).toBe(false);
    expect(await stores.secondChannels.confirm(anna, '111111', NOW)).toBe(true);
  });

  it('forgets it when it is removed, and with the person', async () => {
    await stores.secondChannels.save(anna, PHONE, SENT);
    await stores.secondChannels.save(bo, PHONE, SENT);
    await stores.secondChannels.remove(anna);
    await stores.erasures.erasePerson(bo);
    expect(await stores.secondChannels.find(anna)).toBeUndefined();
    expect(await stores.secondChannels.find(bo)).toBeUndefined();
  });
});
