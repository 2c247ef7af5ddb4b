import { Turns } from './turns.js';

describe('Turns', () => {
  it('lets one key be worked on by one at a time, in order of arrival', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
    };
    await Promise.all([turns.take('a', work('first')), turns.take('a', work('second'))]);
    expect(seen).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('lets different keys go on side by side', async () => {
    const turns = new Turns();
    let finish = () => {};
    const held = turns.take('a', () => new Promise<void>(resolve => (finish = resolve)));
    expect(await turns.take('b', async () => 'free')).toBe('free');
    finish();
    await held;
  });

  it('goes on after a failure, which only its own caller sees', async () => {
    const turns = new Turns();
    const failing = turns.take('a', () => Promise.reject(new Error('no')));
    const next = turns.take('a', async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });
});
