import { caseReference } from './case-reference.js';
import { newJourneyId } from './journey-id.js';

describe('a case reference', () => {
  it('says what kind of case it is, and the end of its id', () => {
    expect(caseReference('0195a6c0-0000-7000-8000-000000000001', 'Flytning')).toBe('FLY-0000-0000-0001');
    expect(caseReference('0195a6c0-0000-7000-8fff-ffffffffffff', 'Få et barn')).toBe('FÅE-ZZZZ-ZZZZ-ZZZZ');
  });

  it('is another for journeys begun at the same time', () => {
    const made = Array.from({ length: 1000 }, () =>
      caseReference(newJourneyId(1_700_000_000_000), 'Flytning'),
    );
    expect(new Set(made).size).toBe(1000);
  });
});
