import { authorityDoes, LANGUAGES } from '#journey';
import { Catalogue } from './catalogue.js';

const catalogue = Catalogue.load();

describe('the contracts that come with the system', () => {
  it('cover every authority the journeys need, on all three tiers', () => {
    const idsOf = (tier: string) =>
      catalogue
        .authorities()
        .filter(authority => authority.tier === tier)
        .map(({ id }) => id);
    expect(idsOf('municipal')).toEqual(
      expect.arrayContaining(['daycare', 'employmentOffice', 'healthVisitor', 'kommune', 'school']),
    );
    expect(idsOf('regional')).toEqual(expect.arrayContaining(['doctorChoice', 'hospital']));
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

  it('have names to be read within an English sentence: each with its article, or one of those that take none', () => {
    const names = catalogue.authorities().map(({ name }) => name.en);
    expect(names.filter(name => !name.startsWith('the ')).sort()).toEqual([
      'ATP (Samlet Betaling)',
      'Digital Post',
      'Jobnet',
      'Labour Market Insurance (AES)',
      'MitID',
      'MitID Erhverv',
      'NemKonto',
      'Nævnenes Hus (boards of appeal)',
      'PPR (educational psychology)',
      'Udbetaling Danmark',
    ]);
    const { directory } = catalogue;
    const places = directory.ids().flatMap(id => directory.nameOf(id, '')?.en ?? []);
    expect(places.length).toBeGreaterThan(100);
    expect(places.filter(name => !/^the |^\S+ Municipality$/.test(name)).sort()).toEqual(['Region Zealand']);
  });

  it('have names to be read within a Danish sentence: with a capital only where they are proper names', () => {
    const names = catalogue.authorities().map(({ name }) => name.da);
    const proper = names.filter(name => !/^\p{Ll}/u.test(name)).sort();
    expect(proper).toEqual([
      'ATP (Samlet Betaling)',
      'Arbejdsmarkedets Erhvervssikring',
      'Civilstyrelsen',
      'Danmarks Adresseregister (DAR)',
      'Den Koordinerede Tilmelding',
      'Det Centrale Personregister (CPR)',
      'Digital Post',
      'Erhvervsankenævnet',
      'Erhvervsstyrelsen',
      'Erstatningsnævnet',
      'Familieretshuset',
      'FerieKonto',
      'Færdselsstyrelsen',
      'Fødevareministeriets klageenhed',
      'Fødevarestyrelsen',
      'Jobnet',
      'Kriminalforsorgen',
      'Lønmodtagernes Garantifond',
      'Miljøstyrelsen',
      'MitID',
      'MitID Erhverv',
      'Motorregistret',
      'NemKonto',
      'Nævnenes Hus',
      'Organdonorregisteret',
      'PPR (kommunens psykologer og pædagoger)',
      'Patienterstatningen',
      'SPS (Styrelsen for Undervisning og Kvalitet)',
      'SU (Uddannelses- og Forskningsstyrelsen)',
      'Seniorpensionsenheden',
      'Skatteankestyrelsen',
      'Skatteforvaltningen',
      'Styrelsen for International Rekruttering og Integration (SIRI)',
      'Styrelsen for Patientklager',
      'Tinglysningsretten',
      'Udbetaling Danmark',
      'Udlændingenævnet',
      'Udlændingestyrelsen',
      'Vejdirektoratet',
      'Vurderingsstyrelsen',
    ]);
    const { directory } = catalogue;
    const places = directory.ids().flatMap(id => directory.nameOf(id, '')?.da ?? []);
    expect(places.filter(name => !/^Region \S+$|^\S+ (?:K|Regionsk)ommune$/.test(name))).toEqual([]);
  });

  it('have services of which each is told with one name of who does it, in both languages', () => {
    const somewhere = { da: 'Roskilde Kommune', en: 'Roskilde Municipality' };
    const told = catalogue.services().flatMap(({ name, authority, heldBy }) =>
      LANGUAGES.flatMap(language => {
        const role = { name: catalogue.authority(authority)?.name[language] ?? '', heldBy, language };
        return [role.name, somewhere[language]].map(who => authorityDoes(name[language], role, who));
      }),
    );
    expect(told.length).toBeGreaterThan(1000);
    const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
    const twice = told.filter(text => {
      const [, before = '', begin = ''] = /^([^:]+): (\S+ \S+)/.exec(text) ?? [];
      return wordsOf(before).some(name => wordsOf(begin).some(word => word.startsWith(name)));
    });
    expect(twice).toEqual([]);
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

  it('tell what an answer is to the citizen, and whether it decides about them', () => {
    expect(catalogue.service('udbetalingDanmark.applyHousingBenefit')).toMatchObject({
      decides: true,
      tells: [
        { is: 'decision', result: 'granted', day: 'decidedOn', reference: 'decision' },
        { is: 'benefit', amount: 'monthlyAmount', every: 'month', period: { from: 'from' } },
      ],
    });
    expect(catalogue.service('kommune.bookPassport')).toMatchObject({
      decides: false,
      tells: [{ is: 'appointment', day: 'appointment', place: 'place' }],
    });
  });

  it('end what another service or report has told', () => {
    const named = [...catalogue.services(), ...catalogue.registerEvents()].flatMap(({ id, tells = [] }) =>
      tells.flatMap(({ is, ends = [] }) => ends.map(ended => ({ id, is, ended }))),
    );
    expect(named).not.toEqual([]);
    for (const { id, is, ended } of named) {
      const { tells = [] } = catalogue.service(ended) ?? catalogue.registerEvent(ended) ?? {};
      expect({ id, ended, told: tells.map(one => one.is) }).toMatchObject({
        told: expect.arrayContaining([is]),
      });
    }
  });

  it('do not ask for an appeal where there is none, and say why', () => {
    const { decides, tells } = catalogue.service('kommune.assessLateNotice')!;
    expect(decides).toBe(false);
    expect(tells?.[0]?.noAppeal?.da).toContain('bøde');
  });

  it('say where the citizen may turn, and when', () => {
    for (const { id, contact, hours } of catalogue.authorities()) {
      expect({ id, contact, hours }).toEqual({
        id,
        contact: { phone: expect.stringMatching(/^\+45 /), web: expect.stringMatching(/^https:/) },
        hours: expect.objectContaining({ monday: { from: expect.any(String), until: expect.any(String) } }),
      });
    }
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
