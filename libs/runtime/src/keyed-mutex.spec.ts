import { KeyedMutex } from './keyed-mutex.js';

describe('KeyedMutex', () => {
  it('lets one key be worked on by one at a time, in order of arrival', async () => {
    const turns = new KeyedMutex();
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
    };
    await Promise.all([turns.runExclusive('a', work('first')), turns.runExclusive('a', work('second'))]);
    expect(seen).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('lets different keys go on side by side', async () => {
    const turns = new KeyedMutex();
    let finish = () => {};
    const held = turns.runExclusive('a', () => new Promise<void>(resolve => (finish = resolve)));
    expect(await turns.runExclusive('b', async () => 'free')).toBe('free');
    finish();
    await held;
  });

  it('goes on after a failure, which only its own caller sees', async () => {
    const turns = new KeyedMutex();
    const failing = turns.runExclusive('a', () => Promise.reject(new Error('no')));
    const next = turns.runExclusive('a', async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });
});
