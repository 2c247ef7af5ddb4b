import { randomUUID } from 'node:crypto';
import { Announcements } from '#queue';
import { until } from '../../support/index.js';
import { QUEUE_ADAPTERS, type OpenBackend } from './queue-adapters.js';

describe.each(QUEUE_ADAPTERS)('Announcer over $name', adapter => {
  let open: OpenBackend;
  let here: Announcements;
  let there: Announcements;
  beforeEach(async () => {
    open = await adapter.open();
    const onError = (error: Error) => open.errors.push(error);
    here = new Announcements(open.backend, onError);
    there = new Announcements(await open.another(), onError);
  });
  afterEach(async () => {
    await here.close();
    await there.close();
    await open.close();
  });

  it('tells every process that listens for the journey, and only for that', async () => {
    const [mine, other] = [randomUUID(), randomUUID()];
    const heard: string[] = [];
    await there.listen(mine, () => heard.push('there'));
    await there.listen(other, () => heard.push('other'));
    await here.listen(mine, () => heard.push('here'));
    here.announce([mine]);
    await until(() => heard.length === 2, 'both to hear');
    expect(heard.sort()).toEqual(['here', 'there']);
    there.announce([other]);
    await until(() => heard.length === 3, 'the other');
    expect(heard).toContain('other');
    expect(open.errors).toEqual([]);
  });

  it('announces many at once', async () => {
    const journeys = Array.from({ length: 1_000 }, () => randomUUID());
    const heard = new Set<string>();
    for (const journey of journeys) await there.listen(journey, () => heard.add(journey));
    for (const journey of journeys) here.announce([journey]);
    await until(() => heard.size === 1_000, 'all to be heard');
  });

  it('tells no more once listening has ended', async () => {
    const journey = randomUUID();
    let heard = 0;
    const end = await there.listen(journey, () => (heard += 1));
    const last: string[] = [];
    await there.listen(journey, () => last.push(journey));
    here.announce([journey]);
    await until(() => last.length === 1, 'the first');
    end();
    here.announce([journey]);
    await until(() => last.length === 2, 'the second');
    expect(heard).toBe(1);
  });
});
