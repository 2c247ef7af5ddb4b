import { randomUUID } from 'node:crypto';
import { MINUTE, START } from './changes.js';
import { describeStores } from './store-adapters.js';

describeStores('OpsSessionStore in $name', (stores, elsewhere) => {
  it('knows a session in every process until it is closed or has expired', async () => {
    const { opsSessions: sessions } = stores;
    const [maja, jens] = [randomUUID(), randomUUID()];
    const session = { person: maja, expires: START + MINUTE };
    const ids = [await sessions.open(session, START), await sessions.open(session, START)];
    const another = await sessions.open({ ...session, person: jens }, START);
    expect(new Set([...ids, another]).size).toBe(3);
    expect(await elsewhere().opsSessions.find(ids[0]!, START)).toEqual(session);
    expect(await sessions.find(ids[0]!, START + MINUTE)).toBeUndefined();
    expect(await sessions.find('none', START)).toBeUndefined();
    await elsewhere().opsSessions.closeAll(maja);
    for (const id of ids) expect(await sessions.find(id, START)).toBeUndefined();
    expect(await sessions.find(another, START)).toEqual({ ...session, person: jens });
  });
});
