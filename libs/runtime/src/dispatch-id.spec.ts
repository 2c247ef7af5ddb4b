import { dispatchId, parseDispatchId } from './dispatch-id.js';
import { journeyIdFor, newJourneyId } from './journey-id.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('ids', () => {
  it('finds the journey and the number in a dispatch id again', () => {
    const journey = newJourneyId(Date.UTC(2026, 0, 1));
    for (const seq of [12, 0, -12_003]) {
      expect(parseDispatchId(dispatchId(journey, seq))).toEqual({ journey, seq });
    }
  });

  it.each([
    '',
    'x',
    '-1',
    'abc-',
    'abc-00',
    'abc-m0',
    'abc-01',
    'abc-1e3',
    'abc-99999999999',
    'abc-2147483648',
  ])('refuses %j', id => {
    expect(parseDispatchId(id)).toBeUndefined();
  });

  it('orders journeys by the time they started', () => {
    const early = newJourneyId(1_000);
    const late = newJourneyId(2_000);
    expect(early).toMatch(UUID);
    expect(early < late).toBe(true);
  });

  it('names the same journey for the same digest only', () => {
    const digest = Buffer.alloc(32, 7);
    expect(journeyIdFor(digest)).toMatch(UUID);
    expect(journeyIdFor(digest)).toBe(journeyIdFor(digest));
    expect(journeyIdFor(digest)).not.toBe(journeyIdFor(Buffer.alloc(32, 8)));
    expect(digest).toEqual(Buffer.alloc(32, 7));
  });
});
