import { caseReference, idEndOf } from './case-reference.js';
import { newJourneyId } from './journey-id.js';

describe('a case reference', () => {
  it('says what kind of case it is, and the end of its id', () => {
    expect(caseReference('0195a6c0-0000-7000-8000-000000000001', 'Flytning')).toBe('FLY-0000-0000-0001');
    expect(caseReference('0195a6c0-0000-7000-8fff-ffffffffffff', 'Få et barn')).toBe('BAR-ZZZZ-ZZZZ-ZZZZ');
  });

  it('takes its letters from one word, and has none where no word is long enough', () => {
    const id = '0195a6c0-0000-7000-8000-000000000001';
    expect(caseReference(id, 'Få nyt job')).toBe('NYT-0000-0000-0001');
    expect(caseReference(id, 'Gå på pension')).toBe('PEN-0000-0000-0001');
    expect(caseReference(id, 'Få to')).toBe('0000-0000-0001');
    // However it was written before, it leads to the same case.
    expect(idEndOf('FÅN-0000-0000-0001')).toBe(idEndOf('NYT-0000-0000-0001'));
  });

  it('leads back to the end of the id, as people write it', () => {
    const id = newJourneyId(1_700_000_000_000);
    const reference = caseReference(id, 'Flytning');
    expect(idEndOf(reference)).toBe(id.slice(20));
    expect(idEndOf(reference.slice(4).toLowerCase().replaceAll('-', ' '))).toBe(id.slice(20));
    expect(idEndOf('fly-oooo-oooo-oooL')).toBe('000-000000000001');
    for (const none of [
      '',
      'FLY',
      'FLY-0000-0000-000',
      'FLY-0000-0000-000U',
      'FLYT-0000-0000-0001',
      '6110851234',
    ]) {
      expect(idEndOf(none)).toBeUndefined();
    }
  });

  it('is another for journeys begun at the same time', () => {
    const made = Array.from({ length: 1000 }, () =>
      caseReference(newJourneyId(1_700_000_000_000), 'Flytning'),
    );
    expect(new Set(made).size).toBe(1000);
  });
});
