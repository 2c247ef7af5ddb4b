import { sinceInWords } from './since.js';

describe('how long ago something was', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');
  it.each([
    ['2026-03-01T11:59:40Z', 'lige nu', 'just now'],
    ['2026-03-01T11:48:30Z', 'for 11 minutter siden', '11 minutes ago'],
    ['2026-03-01T09:10:00Z', 'for 2 timer siden', '2 hours ago'],
    ['2026-02-26T12:00:00Z', 'for 3 dage siden', '3 days ago'],
    ['2026-03-01T12:20:00Z', 'om 20 minutter', 'in 20 minutes'],
    [
      '2025-12-01T12:00:00Z',
      'mandag den 1. december 2025 kl.\u00a013.00',
      'Monday 1 December 2025 at\u00a013:00',
    ],
  ])('%s is said as %s', (instant, danish, english) => {
    expect(sinceInWords(instant, now, 'da')).toBe(danish);
    expect(sinceInWords(instant, now, 'en')).toBe(english);
  });
});
