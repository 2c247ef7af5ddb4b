import { Catalogue } from '#authorities';
import { startOfDay } from '#calendar';
import { type Correction } from '#runtime';
import { describeCorrection } from './describe-correction.js';

const catalogue = Catalogue.load();
const CORRECTION: Correction = {
  id: '0195a6c0-0000-8000-8000-000000000001',
  person: 'anna',
  at: startOfDay('2026-11-30'),
  lastDay: '2026-12-30',
  definition: 'moving',
  service: 'cpr.correctData',
  authority: 'cpr',
  content: {
    dispatch: '0195a6c0-0000-7000-8000-000000000001-3',
    concerns: { da: 'Flytning', en: 'Moving' },
    category: 'address',
    wrong: '2. sal',
    right: '1. sal',
    givenTo: ['skat'],
  },
  status: 'accepted',
};

describe('a correction as it is read', () => {
  const on = (day: string, change: Partial<Correction> = {}) =>
    describeCorrection({ ...CORRECTION, ...change }, catalogue, 'da', startOfDay(day), new Map());

  it('is late from the day after its last one, unless it is answered', () => {
    expect(on('2026-12-30')).toMatchObject({ status: 'received', late: false });
    expect(on('2026-12-31')).toMatchObject({ status: 'received', late: true });
    const answer = { at: startOfDay('2026-12-31'), outcome: 'undelivered' } as const;
    expect(on('2026-12-31', { answer })).toMatchObject({ status: 'undelivered', late: false });
  });

  it('names the authorities and the data, and says why it is refused', () => {
    const answer = { at: startOfDay('2026-12-01'), outcome: 'refused', code: 'notHere' } as const;
    expect(on('2026-12-31', { answer })).toMatchObject({
      authorityName: catalogue.authority('cpr')!.name.da,
      category: { category: 'address', name: 'Adresse' },
      givenTo: [catalogue.authority('skat')!.name.da],
      answer: 'Myndigheden har ikke oplysningerne.',
    });
  });

  it('says who asked for its person', () => {
    const acting = { holder: 'bo', person: 'anna', authority: '0265' };
    expect(on('2026-12-01', { acting }).doneForYou).toMatch(/Roskilde.* gjorde det for dig$/);
  });
});
