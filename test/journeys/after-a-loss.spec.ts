import { Definitions, JourneyReader, Mailbox, OverviewReader } from '#runtime';
import { ANNA, journeyOf, world } from './world.js';

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
  return {
    hash,
    lose: () => report('hospital.pregnancyEnded', LOSS, ['anna']),
    answer,
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

  it('the appointments of the pregnancy are gone once the hospital has cancelled them', async () => {
    const { lose, answer, appointments } = await pregnant();
    expect([...(await appointments())].sort()).toEqual(['2025-04-01', '2025-04-02', '2025-05-02']);
    await lose();
    await answer('hospital.cancelAppointments', { cancelled: 3 });
    expect(await appointments()).toEqual([]);
  });

  it('nobody is asked how a move went in which somebody has died, though it goes on', async () => {
    const { stores, clock, start, walk, report } = await world();
    const definitions = new Definitions(stores.definitions, () => journeyOf('moving'));
    const reader = new JourneyReader({ ...stores, definitions, calendar: clock, wall: clock });
    const { id } = await start('moving', 'anna');
    const { answer, submit } = walk(id, 'anna');
    await answer('cpr.readPerson', ANNA);
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
