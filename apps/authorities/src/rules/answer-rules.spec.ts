import { Catalogue } from '#authorities';
import { ANSWER_RULES } from './answer-rules.js';

const catalogue = Catalogue.load();
const nobody = { standing: () => [], known: () => ({}) };

const rules = Object.entries(ANSWER_RULES);

it.each(rules)('%s answers its own example as the example says', (id, rule) => {
  const { example, authority } = catalogue.service(id)!;
  const { examplesAsOf } = catalogue.authority(authority)!;
  expect(example.answer).toMatchObject(rule({ input: example.input, today: examplesAsOf, ...nobody }));
});

describe('what follows from a request', () => {
  const answer = (id: string, input: Record<string, string | number>) =>
    ANSWER_RULES[id]!({ input, today: '2026-05-04', ...nobody });

  it('is paid for the weeks that are left when the employer no longer pays', () => {
    const asked = { leaveFrom: '2026-05-04', weeks: 24 };
    expect(answer('udbetalingDanmark.applyMaternityPay', asked)).toEqual({
      from: '2026-05-04',
      until: '2026-10-18',
    });
    expect(answer('udbetalingDanmark.applyMaternityPay', { ...asked, payStopsOn: '2026-06-28' })).toEqual({
      from: '2026-06-29',
      until: '2026-10-18',
    });
  });

  it('waits for two weeks where there is no employer', () => {
    const ill = { firstDay: '2026-05-04', situation: 'selfEmployed' };
    expect(answer('sicknessBenefit.applyBenefit', ill)).toEqual({ from: '2026-05-18' });
  });

  it('is a day to come, however old the child', () => {
    expect(answer('doctorChoice.assignChild', { born: '2026-03-01' })).toEqual({
      firstExamination: '2026-05-11',
      firstVaccination: '2026-06-01',
    });
  });
});
