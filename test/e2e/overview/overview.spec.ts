import { fileURLToPath } from 'node:url';
import { addPeriod } from '#calendar';
import { type OverviewDocument } from '../../../apps/api/src/overview/overview-document.js';
import { type Knobs } from '../../../apps/authorities/src/simulation/knobs.js';
import { until } from '../../support/index.js';
import { type Client, problem } from '../api/client.js';
import { STARTING, startSystem, type System } from '../api/system.js';

const JOURNEYS = fileURLToPath(new URL('journeys', import.meta.url));
const [ANNA, BO, CHILD] = ['6110851234', '6204862345', '6912191238'];
const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';
const DAY = 864e5;

describe('the overview', () => {
  let ahead = 0;
  let system: System;
  let anna: Client;

  const simulated = (authority: string) => system.simulated(authority);
  const knobs = (authority: string, set: Knobs): void => simulated(authority).knobs.set(set);
  const read = async (client: Client, headers?: Record<string, string>): Promise<OverviewDocument> => {
    const { status, body, text } = await client.get('/v1/overview', headers);
    expect({ status, text }).toMatchObject({ status: 200 });
    return body as OverviewDocument;
  };
  const answers = (person: string): void => {
    const decidedOn = system.day();
    simulated('udbetalingDanmark').people.answer('applyHousingBenefit', person, {
      granted: true,
      monthlyAmount: person === ANNA ? 1180 : 990,
      from: addPeriod(system.day(), 'P1M'),
      decidedOn,
      decision: `UDK-${person === ANNA ? 1 : 2}`,
      grounds: 'Din husleje er høj.',
    });
    simulated('kommune').people.answer('bookPassport', person, {
      appointment: addPeriod(system.day(), 'P5D'),
      place: 'Borgerservice, Rådhuset',
    });
    simulated('kommune').people.answer('assessLateNotice', person, {
      fined: true,
      fine: 1000,
      grounds: 'Du meldte flytningen for sent.',
      decidedOn,
      decision: 'K-77',
    });
  };
  const begin = async (client: Client, partner = BO): Promise<string> => {
    const { id } = await client.start('affairs');
    await client.submit(id, 'telling', 'submit', { partner, address: ADDRESS, day: system.day() });
    return id;
  };
  const holds = (client: Client, what: (overview: OverviewDocument) => boolean) =>
    until(async () => {
      const overview = await read(client);
      return what(overview) ? overview : undefined;
    }, 'the overview to hold it');

  beforeAll(async () => {
    system = await startSystem({ journeysDir: JOURNEYS, clock: { now: () => Date.now() + ahead } });
    anna = await system.citizen(ANNA);
    for (const person of [ANNA, BO]) answers(person);
  }, STARTING);
  afterAll(() => system?.close());

  it('is empty for whoever has nothing', async () => {
    const nobody = await system.signedIn('citizen');
    expect(await read(nobody)).toEqual({
      asOf: expect.stringMatching(/Z$/),
      complete: true,
      journeys: [],
      tasks: [],
      byItself: [],
      authorities: [],
      corrections: [],
      awaited: [],
      others: [],
      decisions: [],
      benefits: [],
      payments: [],
      appointments: [],
      offers: [],
      messages: [],
    });
  });

  it('has what is to be done by when, and then all that authorities have told', async () => {
    const { id } = await anna.start('affairs');
    expect(await read(anna)).toMatchObject({
      complete: true,
      journeys: [{ id, status: 'active', caseStatus: 2, needsYou: true }],
      tasks: [
        {
          journey: { id, title: 'Affairs', quiet: false, reference: expect.stringMatching(/^SAG-/) },
          task: 'telling',
          kind: 'must',
          title: 'Tell us about your affairs',
          lastDay: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        },
      ],
      decisions: [],
    });
    await anna.submit(id, 'telling', 'submit', { partner: BO, address: ADDRESS, day: system.day() });
    const overview = await holds(anna, ({ decisions, payments, appointments, benefits }) =>
      [decisions.length >= 2, payments.length >= 2, appointments.length >= 1, benefits.length >= 1].every(
        Boolean,
      ),
    );
    expect(overview.decisions.map(({ id: _id, toldAt: _at, ...decision }) => decision)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          title: 'Housing benefit',
          authorityName: 'Udbetaling Danmark',
          granted: true,
          decidedOn: system.day(),
          grounds: 'Din husleje er høj.',
          reference: 'UDK-1',
          appeal: {
            task: 'underWay.rent.granted',
            title: 'Appeal if you disagree',
            lastDay: expect.stringMatching(/^\d{4}-/),
          },
        }),
        expect.objectContaining({
          title: 'Late notice',
          result: 'you are fined',
          reference: 'K-77',
          noAppeal: expect.stringMatching(/^You cannot appeal a fine/),
        }),
      ]),
    );
    expect(overview.decisions).toHaveLength(2);
    expect(overview.benefits).toMatchObject([
      {
        title: 'Housing benefit',
        amount: 1180,
        currency: 'DKK',
        every: 'month',
        from: addPeriod(system.day(), 'P1M'),
      },
    ]);
    expect(overview.appointments).toMatchObject([
      { title: 'Passport', start: addPeriod(system.day(), 'P5D'), place: 'Borgerservice, Rådhuset' },
    ]);
    expect(overview.payments).toMatchObject([
      { title: 'Late notice', direction: 'out', status: 'due', amount: 1000 },
      { title: 'Late notice', direction: 'out', status: 'paid', day: expect.stringMatching(/^\d{4}-/) },
    ]);
    expect(overview.tasks).toMatchObject([
      { task: 'underWay.rent.granted', kind: 'may', section: 'Housing benefit' },
    ]);
    for (const cpr of [ANNA, BO]) expect(JSON.stringify(overview)).not.toContain(cpr);
  });

  it('tells each of what was decided about them, and of nothing else', async () => {
    const bo = await system.citizen(BO);
    const { benefits, decisions } = await holds(bo, overview => overview.benefits.length > 0);
    expect(benefits).toMatchObject([{ amount: 990 }]);
    expect(decisions.map(({ reference }) => reference)).toEqual(['UDK-2']);
    expect((await read(anna)).benefits.map(({ amount }) => amount)).toEqual([1180]);
  });

  it('leaves out what has been undone', async () => {
    const eva = await system.citizen('7105903456');
    answers('7105903456');
    const id = await begin(eva);
    await holds(
      eva,
      ({ appointments, benefits, payments }) =>
        appointments.length + benefits.length === 2 && payments.some(({ amount }) => amount === 1000),
    );
    expect((await eva.post(`/v1/journeys/${id}/cancellation`)).status).toBe(200);
    const overview = await holds(eva, ({ journeys }) => journeys[0]?.status === 'cancelled');
    expect(overview).toMatchObject({
      journeys: [{ id, caseStatus: 4 }],
      tasks: [],
      authorities: [],
      appointments: [],
      benefits: [],
    });
    // What cannot be undone stands.
    expect(overview.payments.map(({ amount }) => amount)).toContain(1000);
  });

  it('says which authority is late', async () => {
    const clara = await system.citizen('6507914321');
    knobs('udbetalingDanmark', { hold: true });
    const id = await begin(clara);
    const before = await holds(clara, ({ authorities }) =>
      authorities.some(({ stage }) => stage === 'accepted'),
    );
    const owed = before.authorities.find(
      ({ journey, step }) => journey.id === id && step === 'underWay.rent.asking',
    );
    expect(owed).toMatchObject({
      authorityName: 'Udbetaling Danmark',
      late: false,
      lastDay: expect.stringMatching(/^\d{4}-/),
    });
    ahead += 60 * DAY;
    const later = await system.citizen('6507914321');
    expect((await read(later)).authorities[0]).toMatchObject({
      journey: { id },
      late: true,
      stage: 'delayed',
      because: 'late',
    });
    knobs('udbetalingDanmark', {});
  });

  it('tells what is sure to happen by itself, and not what follows if what is awaited never comes', async () => {
    const eva = await system.citizen('7105903456');
    const { id } = await eva.start('patience');
    const { byItself, awaited } = await read(eva);
    const ofIt = (item: { readonly journey: { readonly id: string } }) => item.journey.id === id;
    expect(byItself.filter(ofIt)).toMatchObject([{ step: 'waiting.opening.closed', then: 'It is open' }]);
    expect(awaited.filter(ofIt)).toMatchObject([{ step: 'waiting.register.awaited' }]);
  });

  it('says of what is after a loss that it is quiet', async () => {
    const olga = await system.citizen('6502714321');
    await olga.start('loss');
    const { tasks, journeys } = await read(olga);
    expect(tasks).toMatchObject([{ task: 'telling', journey: { quiet: true } }]);
    expect(journeys).toMatchObject([{ quiet: true }]);
  });

  it('is read for another by whoever has a mandate, and by nobody else', async () => {
    const mother = await system.citizen(ANNA);
    const child = await system.assembly.stores.persons.personOf(CHILD);
    const headers = { 'on-behalf-of': child };
    problem(await mother.get('/v1/overview', headers), 403, 'no-mandate');
    const born = system.day(-3650);
    await system.report('cpr', 'cpr.custodyChanged', {
      child: CHILD,
      born,
      custodians: [ANNA, BO],
      from: born,
    });
    await until(async () => (await mother.get('/v1/overview', headers)).status === 200, 'the mandate');
    const started = await mother.post('/v1/journeys', { definition: 'affairs' }, headers);
    expect(started.status).toBe(201);
    const { journeys } = await read(mother, headers);
    expect(journeys.map(({ id }) => id)).toEqual([(started.body as { readonly id: string }).id]);
    expect((await read(mother)).journeys.map(({ id }) => id)).not.toContain(journeys[0]!.id);
    // An address would outlive the mandate.
    problem(await mother.send('POST', '/v1/calendar', undefined, headers), 403, 'forbidden');
  });

  it('no longer has what has ended with somebody, though no journey listened', async () => {
    const [bo, widow] = [await system.citizen(BO), await system.citizen(ANNA)];
    // The time to appeal is over by now.
    const before = await holds(bo, ({ decisions }) => decisions.every(({ appeal }) => !appeal));
    const hers = (await read(widow)).benefits;
    expect(hers).toMatchObject([{ amount: 1180 }]);
    expect(before.benefits).toMatchObject([{ amount: 990 }]);
    await system.report('cpr', 'cpr.deathRegistered', {
      person: BO,
      diedOn: system.day(),
      municipality: '0751',
    });
    const after = await holds(bo, ({ benefits }) => benefits.length === 0);
    // What was decided stands.
    expect(after.decisions).toEqual(before.decisions);
    expect((await read(widow)).benefits).toEqual(hers);
  });

  it('has it again where the death was registered by mistake', async () => {
    const bo = await system.citizen(BO);
    await system.report('cpr', 'cpr.deathRecordReversed', { person: BO, reversedOn: system.day() });
    const { benefits } = await holds(bo, overview => overview.benefits.length > 0);
    expect(benefits).toMatchObject([{ amount: 990 }]);
  });
});
