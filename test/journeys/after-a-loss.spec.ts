import { askedAtOnce } from '#journey';
import { Definitions, isStateQuiet, JourneyReader, Mailbox, OverviewReader } from '#runtime';
import { ANNA, BIRTH, ids, journeyOf, world } from './world.js';

const PREGNANCY = { dueDate: '2025-09-01', homeBirth: false, declineFirstScan: false };
const LOSS = { mother: 'anna', endedOn: '2025-03-03', kind: 'miscarriage' };

/** Anna's pregnancy, once the midwife and the scans have been booked. */
async function pregnant() {
  const { stores, clock, start, walk, report } = await world();
  const { id, hash } = await start('having-a-child', 'anna');
  const { submit, answerAll, answer } = walk(id, 'anna');
  await submit('expecting', 'submit', PREGNANCY);
  await answerAll({
    'cpr.readPerson': ANNA,
    'hospital.bookMidwife': {
      place: 'Aarhus',
      firstConsultation: '2025-04-01',
      team: 'Nord',
      booking: 'M-1',
    },
    'hospital.bookScans': { firstScan: '2025-04-02', secondScan: '2025-05-02', booking: 'S-1' },
  });
  const definitions = new Definitions(stores.definitions, () => journeyOf('having-a-child'));
  const reading = { ...stores, definitions, calendar: clock, wall: clock };
  const [mailbox, overview] = [new Mailbox(reading), new OverviewReader(reading)];
  const journeys = new JourneyReader(reading);
  return {
    hash,
    seen: async () => {
      const { bereaved, sections } = await journeys.view(id, 'anna');
      return { bereaved, ...Object.fromEntries(sections.map(({ section, status }) => [section, status])) };
    },
    lose: (by = 'hospital.pregnancyEnded', data: object = LOSS) => report(by, data, ['anna']),
    reportBirth: () => report('cpr.birthRegistered', BIRTH, ['anna']),
    answerAll,
    told: async () =>
      (await overview.of('anna', () => true)).journeys.flatMap(({ told }) =>
        told.filter(({ is }) => is !== 'decision').map(({ is, source }) => `${is} ${source}`),
      ),
    loseUnheard: () => submit('pregnancy', 'lost', {}),
    answer,
    addressAll: async () => {
      for (const { journey, number } of await mailbox.page('anna', {}, { limit: 10 }))
        await stores.messages.address(journey, number);
    },
    subjects: async () =>
      (await mailbox.page('anna', { journey: id }, { limit: 10 })).map(({ words }) => words.subject),
    askedByLoss: async () => {
      const compiled = journeyOf('having-a-child');
      const reader = { person: 'anna', state: (await stores.journeys.load(id))!.state.chart };
      const door = compiled.openTasks(reader.state, clock.now()).find(({ form }) => form === 'loss');
      return askedAtOnce(compiled, reader, door!.task, door!.events[0]!, clock.now());
    },
    again: () => start('having-a-child', 'anna'),
    labels: async () => (await mailbox.page('anna', {}, { limit: 10 })).map(({ label }) => label?.da),
    appointments: async () =>
      (await overview.of('anna', () => true)).journeys.flatMap(({ told }) =>
        told.flatMap(({ is, day }) => (is === 'appointment' ? day : [])),
      ),
  };
}

describe('after a loss', () => {
  it('messages from before lead back to the journey by the name that it has now', async () => {
    const { lose, labels } = await pregnant();
    const before = await labels();
    expect(before).not.toEqual([]);
    expect(new Set(before)).toEqual(new Set(['Barn med termin mandag den 1. september 2025']));
    await lose();
    expect(new Set(await labels())).toEqual(new Set(['Efter tabet af jeres barn']));
  });

  it('messages that say which of several journeys they are about say it by that name', async () => {
    const { lose, again, addressAll, subjects } = await pregnant();
    await again();
    await addressAll();
    for (const subject of await subjects()) expect(subject).toMatch(/ \(Barn med termin .+\)$/);
    await lose();
    const after = await subjects();
    expect(after).not.toEqual([]);
    for (const subject of after) expect(subject).toMatch(/ \(Efter tabet af jeres barn\)$/);
  });

  it('only that is foretold which telling of it leads to', async () => {
    const { askedByLoss, reportBirth, answerAll } = await pregnant();
    expect(await askedByLoss()).toEqual(['hospital.cancelAppointments', 'hospital.offerBereavementCare']);
    await reportBirth();
    await answerAll();
    expect(await askedByLoss()).toEqual(['healthVisitor.offerBereavementTalk']);
  });

  it.each(['lose', 'loseUnheard'] as const)(
    'the appointments of the pregnancy are gone at once, before the hospital has cancelled them (%s)',
    async how => {
      const { [how]: lose, answer, appointments } = await pregnant();
      expect([...(await appointments())].sort()).toEqual(['2025-04-01', '2025-04-02', '2025-05-02']);
      await lose();
      expect(await appointments()).toEqual([]);
      await answer('hospital.offerBereavementCare', { talkOn: '2025-03-10', contact: 'Jordemoder Eva' });
      expect(await appointments()).toEqual(['2025-03-10']);
      await answer('hospital.cancelAppointments', { cancelled: 3 });
      expect(await appointments()).toEqual(['2025-03-10']);
    },
  );

  it('nothing that was the child’s is announced any more, and what is offered to the parent is', async () => {
    const { lose, answerAll, told, reportBirth } = await pregnant();
    await reportBirth();
    await answerAll({
      'healthVisitor.planVisits': { firstVisit: '2025-03-10', nurse: 'Lone', phone: '87 00 00 00' },
    });
    expect(await told()).toEqual([
      'appointment doctorChoice.assignChild',
      'appointment doctorChoice.assignChild',
      'appointment healthVisitor.planVisits',
      'appointment hospital.bookScans',
      'appointment hospital.bookScans',
      'appointment hospital.bookMidwife',
    ]);
    await lose('cpr.infantDeathRegistered', { child: 'ida', mother: 'anna', diedOn: '2025-03-04' });
    expect(await told()).toEqual([]);
    await answerAll();
    expect(await told()).toEqual(['appointment healthVisitor.offerBereavementTalk']);
  });

  it('a pregnancy that goes well is no loss, and what was open to her and not needed is not done', async () => {
    const { seen, reportBirth, answerAll, lose } = await pregnant();
    expect(await seen()).toMatchObject({ bereaved: false, care: 'done' });
    await reportBirth();
    await answerAll();
    expect(await seen()).toMatchObject({ bereaved: false, care: 'done', illness: 'notNeeded' });
    await lose('cpr.infantDeathRegistered', { child: 'ida', mother: 'anna', diedOn: '2025-03-04' });
    expect(await seen()).toMatchObject({ bereaved: true });
  });

  it.each(ids)('only where a loss leads is %s past one', id => {
    const compiled = journeyOf(id);
    const past = compiled
      .statePaths()
      .filter(path => compiled.comesAfterLoss(path) && !isStateQuiet(path, compiled));
    expect(past.length > 0).toBe(id === 'bereavement' || id === 'victim-of-crime');
  });

  it('a death that was registered before it was told of is a loss all the same, and said to be registered', async () => {
    const { stores, clock, start, walk } = await world();
    const definitions = new Definitions(stores.definitions, () => journeyOf('bereavement'));
    const reader = new JourneyReader({ ...stores, definitions, calendar: clock, wall: clock });
    const { id } = await start('bereavement', 'anna');
    const { answer, submit } = walk(id, 'anna');
    await submit('telling', 'submit', { deceased: 'bent', diedIn: 'denmark' });
    const kinship = { relation: 'child', deathRegistered: true, relatives: [], childrenLeft: [] };
    await answer('cpr.confirmKinship', { ...kinship, diedOn: '2025-03-01' });
    expect(await reader.view(id, 'anna')).toMatchObject({ quiet: true, bereaved: true });
    await answer('digitalPost.readMailbox', { exempt: false });
    const { quiet, bereaved, sections } = await reader.view(id, 'anna');
    expect({ quiet, bereaved }).toEqual({ quiet: false, bereaved: true });
    expect(sections).toContainEqual({
      section: 'death',
      status: 'done',
      ends: [{ state: 'death.registered', is: 'done', with: {} }],
    });
  });

  it('nobody is asked how a move went in which somebody has died, though it goes on', async () => {
    const { stores, clock, start, walk, report } = await world();
    const definitions = new Definitions(stores.definitions, () => journeyOf('moving'));
    const reader = new JourneyReader({ ...stores, definitions, calendar: clock, wall: clock });
    const { id } = await start('moving', 'anna');
    const { answer, submit } = walk(id, 'anna');
    await answer('cpr.readPerson', ANNA);
    await answer('digitalPost.readMailbox', { exempt: false });
    await answer('cpr.readFamily', {
      person: 'anna',
      civilStatus: 'unmarried',
      children: [{ child: 'ida', born: '2019-12-09' }],
      otherCustodians: [],
    });
    await submit('declareMove', 'submit', {
      address: 'Strandvejen 8',
      date: '2025-03-15',
      tenure: 'tenant',
      children: ['ida'],
    });
    const seen = async () => {
      const { status, quiet, bereaved } = await reader.view(id, 'anna');
      return { status, quiet, bereaved };
    };
    expect(await seen()).toEqual({ status: 'active', quiet: false, bereaved: false });
    const death = { person: 'ida', diedOn: '2025-03-04', municipality: '0461' };
    await report('cpr.deathRegistered', death, ['ida', 'anna']);
    expect(await seen()).toEqual({ status: 'active', quiet: false, bereaved: true });
  });
});
