import { getEventListeners } from 'node:events';
import { TimeLimit } from './time-limit.js';

const LONG = 60_000;

describe('TimeLimit', () => {
  it('aborts when time has run out, and says so', async () => {
    const limit = new TimeLimit(1);
    await new Promise(resolve => limit.signal.addEventListener('abort', resolve));
    expect(limit.exceeded).toBe(true);
    limit.release();
  });

  it('aborts with the outer signal, which is not its time running out', () => {
    const outer = new AbortController();
    const limit = new TimeLimit(LONG, outer.signal);
    expect(limit.signal.aborted).toBe(false);
    outer.abort();
    expect(limit.signal.aborted).toBe(true);
    expect(limit.exceeded).toBe(false);
    limit.release();
  });

  it('is aborted from the beginning under a signal that was', () => {
    const limit = new TimeLimit(LONG, AbortSignal.abort());
    expect(limit.signal.aborted).toBe(true);
    limit.release();
  });

  it('leaves nothing behind once released', () => {
    const outer = new AbortController();
    const limit = new TimeLimit(LONG, outer.signal);
    expect(getEventListeners(outer.signal, 'abort')).toHaveLength(1);
    limit.release();
    expect(getEventListeners(outer.signal, 'abort')).toHaveLength(0);
    outer.abort();
    expect(limit.signal.aborted).toBe(false);
  });
});
