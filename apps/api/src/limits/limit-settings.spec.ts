import { EnvironmentError } from '#settings';
import { LIMIT_VARIABLES, readLimits } from './limit-settings.js';

describe('limits', () => {
  it('are those of production unless set, and each can be lifted', () => {
    expect(readLimits({})).toMatchObject({
      starts: { points: 30, seconds: 3_600 },
      signIns: { points: 30, seconds: 600 },
      streamsOfPerson: 20,
    });
    const lifted = readLimits(
      Object.fromEntries(Object.values(LIMIT_VARIABLES).map(({ name }) => [name, 'off'])),
    );
    expect(new Set(Object.values(lifted))).toEqual(new Set(['off', Infinity]));
  });

  it.each([
    ['1/1s', { points: 1, seconds: 1 }],
    ['5/90s', { points: 5, seconds: 90 }],
    ['1000000/24h', { points: 1_000_000, seconds: 86_400 }],
  ])('read %s', (text, rate) => {
    expect(readLimits({ LIMIT_STARTS: text }).starts).toEqual(rate);
  });

  it.each([
    '0/1h',
    '30',
    '30/h',
    '30/0m',
    '30/25h',
    '30/1d',
    '-1/1h',
    '1.5/1h',
    '1000001/1h',
    '30/1h/1h',
    'none',
  ])('refuse %s, and say what to write', text => {
    expect(() => readLimits({ LIMIT_STARTS: text })).toThrow(
      /LIMIT_STARTS is malformed\. Set it to .* e\.g\. 30\/1h, or off\./,
    );
  });

  it.each(['0', '-1', '1.5', 'many', '10000000'])('refuse a quota of %s', text => {
    expect(() => readLimits({ MAX_STREAMS: text })).toThrow(EnvironmentError);
  });
});
