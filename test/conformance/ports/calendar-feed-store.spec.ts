import { randomUUID } from 'node:crypto';
import { MINUTE, START } from './changes.js';
import { describeStores } from './store-adapters.js';

describeStores('CalendarFeedStore in $name', (stores, elsewhere) => {
  it('knows whose an address is until it is replaced or withdrawn, in every process', async () => {
    const { calendarFeeds: feeds } = stores;
    const [anna, bo] = [randomUUID(), randomUUID()];
    expect(await feeds.since(anna)).toBeUndefined();
    const first = await feeds.make(anna, START);
    const others = await feeds.make(bo, START);
    expect(await elsewhere().calendarFeeds.personOf(first)).toBe(anna);
    const second = await feeds.make(anna, START + MINUTE);
    expect(new Set([first, second, others]).size).toBe(3);
    expect(await feeds.personOf(first)).toBeUndefined();
    expect(await feeds.personOf(second)).toBe(anna);
    expect(await feeds.since(anna)).toBe(START + MINUTE);
    expect(await elsewhere().calendarFeeds.withdraw(anna)).toBe(true);
    expect(await feeds.withdraw(anna)).toBe(false);
    expect(await feeds.personOf(second)).toBeUndefined();
    expect(await feeds.personOf('none')).toBeUndefined();
    expect(await feeds.personOf(others)).toBe(bo);
  });

  it('forgets it with the person', async () => {
    const { calendarFeeds: feeds, erasures } = stores;
    const person = randomUUID();
    const secret = await feeds.make(person, START);
    await erasures.erasePerson(person);
    expect(await feeds.personOf(secret)).toBeUndefined();
  });
});
