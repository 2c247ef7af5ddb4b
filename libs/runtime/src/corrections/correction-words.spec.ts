import { LANGUAGES } from '#journey';
import { type CorrectionAnswer } from './correction.js';
import { correctionMessage, passedMessage } from './correction-words.js';

const SAID = { authority: 'Roskilde Kommune', concerns: 'Flytning: kommunen retter', lastDay: '2026-12-30' };
const ANSWERS: readonly (CorrectionAnswer | undefined)[] = [
  undefined,
  {
    at: 0,
    outcome: 'corrected',
    correctedOn: '2026-12-01',
    words: 'Nu er det rettet.',
    told: ['CPR', 'Skat'],
  },
  { at: 0, outcome: 'refused', code: 'notWrong' },
  { at: 0, outcome: 'undelivered' },
];

describe('what somebody is written about a correction', () => {
  it.each(ANSWERS)('names the authority and the matter in every language: %j', answer => {
    for (const language of LANGUAGES) {
      const said = { ...SAID, ...(answer && { answer }), reason: 'It is right.' };
      const { subject, body } = correctionMessage(said, language);
      expect(subject).toContain(SAID.authority);
      expect(body).toContain(SAID.concerns);
      expect(subject + body).not.toMatch(/\d{4}-\d{2}|undefined/);
    }
  });

  it('says who has it now, since when, and that no day has moved', () => {
    const said = { ...SAID, authority: 'Region Østdanmark', from: 'Region Sjælland', day: '2027-01-01' };
    expect(passedMessage(said, 'da')).toEqual({
      subject: 'Region Østdanmark har nu din anmodning om rettelse',
      body: expect.stringMatching(
        /^Siden fredag den 1. januar 2027 er det Region Østdanmark.*Før var det Region Sjælland.*onsdag den 30. december 2026\.$/s,
      ),
    });
    expect(passedMessage(said, 'en').body).toMatch(
      /^Since .*1 January 2027 it has been Region Østdanmark.*Before that it was Region Sjælland.*30 December 2026\.$/s,
    );
  });

  it('says by when it is answered, in words, and where one complains', () => {
    expect(correctionMessage(SAID, 'da').body).toContain('senest onsdag den 30. december 2026');
    expect(correctionMessage(SAID, 'en').body).toMatch(/by .*30 December 2026 at the latest/);
    expect(correctionMessage(SAID, 'da').body).toContain('Datatilsynet');
  });

  it('says what the authority has done, and whom it has told', () => {
    const { body } = correctionMessage({ ...SAID, answer: ANSWERS[1]! }, 'da');
    expect(body).toContain('Det blev rettet tirsdag den 1. december 2026.');
    expect(body).toContain('Roskilde Kommune skriver: Nu er det rettet.');
    expect(body).toContain('har givet besked om rettelsen til CPR og Skat.');
  });

  it('says why it is refused, and where one complains', () => {
    const { body } = correctionMessage({ ...SAID, answer: ANSWERS[2]!, reason: 'Det er rigtigt.' }, 'da');
    expect(body).toContain('Begrundelsen er: Det er rigtigt.');
    expect(body).toContain('Datatilsynet');
  });
});
