import { waitInWords } from './wait.js';

const NOW = Date.parse('2026-11-30T21:40:30Z');

describe('how long to wait', () => {
  it.each([
    [undefined, 'Vent et par minutter', 'Wait a few minutes'],
    [1, 'Vent et øjeblik', 'Wait a moment'],
    [60, 'Vent et minut', 'Wait a minute'],
    [61, 'Vent til kl.\u00a022.42', 'Wait until 22:42'],
    [1_200, 'Vent til kl.\u00a023.01', 'Wait until 23:01'],
    [
      7_200,
      'Vent til tirsdag den 1. december 2026 kl.\u00a000.41',
      'Wait until Tuesday 1 December 2026 at\u00a000:41',
    ],
  ])('is said of %s seconds in words', (seconds, da, en) => {
    expect(waitInWords(seconds, NOW, 'da')).toBe(da);
    expect(waitInWords(seconds, NOW, 'en')).toBe(en);
  });
});
