import { Catalogue } from '#authorities';
import { propertiesOf } from '#schema';
import { endingsIn, inForce } from '../../libs/runtime/src/overview/endings.js';

const catalogue = Catalogue.load();
type Opened = Parameters<typeof endingsIn>[0];
type Tidings = Parameters<typeof endingsIn>[1];

/** What says how long something holds, and what its contract says of that field. */
const bounds = [...catalogue.services(), ...catalogue.registerEvents()].flatMap(contract => {
  const fields = propertiesOf('answer' in contract ? contract.answer : contract.data);
  return (contract.tells ?? []).flatMap(({ period = {} }) =>
    Object.entries(period).map(([bound, field]) => {
      const { description } = fields[field] as { readonly description?: string };
      return [contract.id, bound, field, description] as const;
    }),
  );
});

it.each(bounds.filter(([, bound]) => bound !== 'from'))(
  '%s says by %s %s: %s',
  (_id, bound, _field, description) => {
    expect(description).toMatch(bound === 'until' ? /\blast day\b/i : /\bfirst day\b/i);
  },
);

/** What is over after answers and reports that came one after the other: about Anna, or her child. */
function ended(...told: readonly (readonly [source: string, data: object])[]) {
  const tidings = told.map(([subject, data], seq) => {
    const asked = catalogue.service(subject) && {
      asked: { dispatch: seq, input: { person: 'anna', child: 'ida' } },
    };
    return { entry: { seq, at: seq, subject, state: `${seq}` }, data, ...asked };
  });
  const opened = { record: { id: 'j' }, compiled: { catalogue } } as unknown as Opened;
  return inForce(endingsIn(opened, tidings.reverse() as unknown as Tidings)).map(
    ({ of, until = 'at once' }) => [of?.ends.join(), until],
  );
}

const SICKNESS = 'sicknessBenefit.applyBenefit';

describe('a decision on a benefit that is paid', () => {
  it('ends it when it says that it stops, and not when it goes on', () => {
    expect(ended(['sicknessBenefit.decideStop', { goesOn: true }])).toEqual([]);
    expect(ended(['sicknessBenefit.decideStop', { goesOn: false }])).toEqual([
      [`${SICKNESS},sicknessBenefit.reviewRight`, 'at once'],
    ]);
  });

  it('lets it go on again once the stop has been changed', () => {
    const stop = ['sicknessBenefit.decideStop', { goesOn: false }] as const;
    expect(ended(stop, ['sicknessBenefit.reassess', { outcome: 'upheld' }])).toHaveLength(1);
    expect(ended(stop, ['sicknessBenefit.reassess', { outcome: 'changed' }])).toEqual([
      ['sicknessBenefit.decideStop,sicknessBenefit.reviewRight', 'at once'],
    ]);
  });

  it('ends it at the limit that a review sets, or at once where it sets none', () => {
    const review = 'sicknessBenefit.reviewRight';
    expect(ended([review, { outcome: 'extended' }])).toEqual([]);
    expect(ended([review, { outcome: 'extended', until: '2026-03-31' }])).toEqual([[SICKNESS, '2026-03-31']]);
    expect(ended([review, { outcome: 'ended' }])).toEqual([[SICKNESS, 'at once']]);
    expect(ended([review, { outcome: 'reduced' }])).toEqual([]);
    expect(ended([review, { outcome: 'reduced', weeklyAmount: 2100 }])).toEqual([[SICKNESS, 'at once']]);
  });

  it('ends only the help that it is about', () => {
    const followedUp = (result: string, kind: string) =>
      ended([
        'disabilityOffice.followedUp',
        { child: 'ida', guardian: 'anna', result, kind, from: '2025-09-01' },
      ]);
    expect(followedUp('goesOn', 'lostEarnings')).toEqual([]);
    expect(followedUp('ends', 'support')).toEqual([]);
    expect(followedUp('ends', 'lostEarnings')).toEqual([
      ['disabilityOffice.decideLostEarnings', '2025-09-01'],
    ]);
    expect(followedUp('ends', 'compensation')).toEqual([
      ['disabilityOffice.decideCompensation', '2025-09-01'],
    ]);
  });

  it('ends what stops with a departure, and what stops until a child has been assessed', () => {
    const departure = { stops: ['childBenefit', 'supplements'], lastDay: '2025-03-31' };
    expect(ended(['udbetalingDanmark.reportDeparture', departure])).toEqual([
      ['udbetalingDanmark.grantChildBenefit', '2025-03-31'],
    ]);
    const stop = (stops: boolean) => ended(['daycare.decideBenefitStop', { stops, from: '2025-07-01' }]);
    expect(stop(false)).toEqual([]);
    expect(stop(true)).toEqual([['udbetalingDanmark.grantChildBenefit', '2025-06-30']]);
  });
});
