import { Catalogue } from './catalogue.js';

const catalogue = Catalogue.load();

describe('the contracts that come with the system', () => {
  it('cover every authority the journeys need, on all three tiers', () => {
    const idsOf = (tier: string) =>
      catalogue
        .authorities()
        .filter(authority => authority.tier === tier)
        .map(({ id }) => id);
    expect(idsOf('municipal')).toEqual(['daycare', 'healthVisitor', 'kommune', 'school']);
    expect(idsOf('regional')).toEqual(['doctorChoice', 'hospital']);
    expect(idsOf('state')).toEqual(
      expect.arrayContaining([
        'cpr',
        'dar',
        'udbetalingDanmark',
        'familieretshuset',
        'skifteretten',
        'personregister',
        'skat',
        'digitalPost',
      ]),
    );
  });

  it('tell a journey what it needs to know of a service', () => {
    expect(catalogue.service('cpr.registerMove')).toMatchObject({
      authority: 'cpr',
      tier: 'state',
      path: '/moves',
      answers: 'later',
      compensation: 'cpr.withdrawMove',
      ground: { da: 'CPR-loven § 12', gdpr: '6(1)(e)' },
      categories: { person: 'identity', address: 'address' },
    });
    expect(catalogue.service('cpr.withdrawMove')).toMatchObject({
      undoes: 'cpr.registerMove',
      answers: 'now',
    });
    expect(catalogue.service('cpr.readFamily')).toMatchObject({ effect: 'none' });
    expect(catalogue.service('cpr.nothing')).toBeUndefined();
  });

  it('have examples of requests, answers and events that fit their schemas', () => {
    expect([...Catalogue.examine().broken.values()]).toEqual([]);
  });

  it('offer an answer for each service, for whoever plays the authority', () => {
    for (const { id, answer } of catalogue.services()) {
      expect({ id, answer }).toMatchObject({ id, answer: { examples: [expect.any(Object)] } });
    }
  });

  it('say what the registers already hold, and who gives it', () => {
    expect(catalogue.authority('cpr')?.holds?.['civilStatus']).toEqual({
      name: { da: 'civilstand', en: 'marital status' },
      service: 'cpr.readFamily',
    });
  });

  it('describe the events that registers report', () => {
    expect(catalogue.registerEvent('cpr.birthRegistered')?.example).toHaveProperty('mother');
    expect(catalogue.registerEvents().map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'cpr.deathRegistered',
        'cpr.deathRecordReversed',
        'personregister.stillbirthRegistered',
      ]),
    );
  });
});
