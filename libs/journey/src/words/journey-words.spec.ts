import { compileFiles, sampleFiles } from '../../test/sample-journey.js';
import { type MessageEffect } from '../journey-effect.js';

const begun = Date.parse('2025-03-01T09:00:00Z');

/** The sample journey with a message of these words, and how it begins. */
function messageOf(da: string, en: string) {
  const written = (language: string, body: string): string =>
    (sampleFiles[`texts/${language}.yaml`] ?? '').replace(
      /^messages:$/m,
      `messages:\n  told: { subject: s, body: ${JSON.stringify(body)} }`,
    );
  const compiled = compileFiles({
    ...sampleFiles,
    'texts/da.yaml': written('da', da),
    'texts/en.yaml': written('en', en),
  });
  const { state } = compiled.begin('anna', begun);
  return (values: MessageEffect['with'], language: 'da' | 'en' = 'da') =>
    compiled.words.message(
      { type: 'message', to: 'applicant', persons: ['anna'], text: 'told', with: values },
      language,
      { person: 'anna', state },
    ).body;
}

describe('values of a text', () => {
  it.each([
    ['{x, date}', '2026-12-24', 'torsdag den 24. december 2026', 'Thursday 24 December 2026'],
    ['{x, period}', 'P4W', '4 uger', '4 weeks'],
    ['{x, period}', 'PT36H', '36 timer', '36 hours'],
    ['{x, money}', 1234.5, '1.234,50 kr.', 'DKK 1,234.50'],
    ['{x, money}', 825, '825 kr.', 'DKK 825'],
    ['{x, reference}', 'BOS-4 711', 'BOS\u20114\u00A0711', 'BOS\u20114\u00A0711'],
    [
      '{x, date}',
      ['2026-12-24', '2026-12-25'],
      'torsdag den 24. december 2026 og fredag den 25. december 2026',
      'Thursday 24 December 2026 and Friday 25 December 2026',
    ],
  ])('are put into words as %s says', (text, value, da, en) => {
    const told = messageOf(`x ${text}`, `x ${text}`);
    expect([told({ x: value }), told({ x: value }, 'en')]).toEqual([`x ${da}`, `x ${en}`]);
  });

  it('are put into words as they look where a definition is older than the types', () => {
    const told = messageOf('{day} {time} {amount} {yes} {odd, nonsense} {gone} {wrong, money}', '{day}');
    expect(
      told({ day: '2025-03-15', time: 'P4W', amount: 1234.5, yes: true, odd: 'P1D', wrong: 'much' }),
    ).toBe('lørdag den 15. marts 2025 4 uger 1234,5 ja 1 dag ikke oplyst much');
    expect(told({ day: '2025-03-15' }, 'en')).toBe('Saturday 15 March 2025');
  });
});
