import { ANNA, BIRTH, journeysTogether, NOW } from './together.js';

const { journeyOf, world } = await journeysTogether([
  'divorce',
  'having-a-child',
  'long-illness',
  'moving',
  'retiring',
]);

describe('a wedding', () => {
  const family = {
    person: 'anna',
    children: [{ child: 'ida', born: '2025-03-03', livesHere: true, custodians: ['anna'] }],
  };
  const wed = { ...family, civilStatus: 'married', spouse: 'bo', otherCustodians: [] };
  const unwed = { ...family, civilStatus: 'unmarried', otherCustodians: [] };

  it.each([
    ['before the birth makes both parents', wed, ['bo']],
    ['that has not been makes nobody a parent', unwed, []],
  ])('%s', async (_, atBirth, parents) => {
    const { start, report, walk, stores } = await world();
    const { id } = await start('having-a-child', 'anna');
    const { answerAll, submit } = walk(id, 'anna');
    // Nobody is married yet.
    await answerAll({ 'cpr.readFamily': { ...unwed, children: [] } });
    await submit('expecting', 'submit', { dueDate: '2025-03-10', homeBirth: false, declineFirstScan: true });
    await answerAll({ 'cpr.readFamily': { ...unwed, children: [] } });
    await report(
      'cpr.civilStatusChanged',
      { person: 'anna', spouse: 'bo', status: 'married', from: '2025-03-02' },
      ['anna', 'bo'],
    );
    await report('cpr.birthRegistered', { ...BIRTH, born: '2025-03-03' }, ['anna', 'ida']);
    await answerAll({ 'cpr.readFamily': atBirth });
    const { roles } = (await stores.journeys.load(id))!.state.chart.context;
    expect([roles['coParent'] ?? []].flat().map(({ person }) => person)).toEqual(parents);
  });
});

describe('a divorce', () => {
  it('starts a move with what the home that was found makes known', () => {
    expect(journeyOf('divorce').startedJourneys()).toEqual(['moving']);
    const given = { address: 'Vestergade 31, 8000 Aarhus C', date: '2025-04-01', tenure: 'tenant' };
    expect(journeyOf('moving').givenErrors(given, NOW)).toEqual([]);
  });

  it('changes the pension to the rate of one who lives alone, and only of whoever is divorced', async () => {
    const { start, report, walk, stores } = await world();
    const { id } = await start('retiring', 'anna');
    const { answerAll, submit } = walk(id, 'anna');
    const family = {
      person: 'anna',
      civilStatus: 'married',
      spouse: 'bo',
      children: [],
      otherCustodians: [],
    };
    await answerAll({ 'cpr.readPerson': { ...ANNA, born: '1958-04-15' }, 'cpr.readFamily': family });
    await submit('choosing', 'choose', { way: 'full' });
    await submit('full.offered', 'apply', { cohabits: false, livedAbroad: false });
    await answerAll();
    const told = () => [...stores.tables.messages.values()].filter(({ text }) => text === 'statusChanged');
    const divorced = (person: string, spouse: string) =>
      report('cpr.civilStatusChanged', { person, spouse, status: 'divorced', from: '2025-06-01' }, [
        person,
        spouse,
      ]);
    await divorced('cai', 'anna');
    expect(told()).toEqual([]);
    await divorced('anna', 'bo');
    const subject = 'Din pension bliver regnet om';
    expect(told()).toMatchObject([{ person: 'anna', content: { words: { da: { subject } } } }]);
  });

  it('leaves the leave of the child as it is: what counts is who lived together when it was born', async () => {
    const { start, report, stores } = await world();
    const { id } = await start('having-a-child', 'anna');
    const before = await stores.journeys.load(id);
    const divorced = { person: 'anna', spouse: 'bo', status: 'divorced', from: '2025-03-03' };
    await report('cpr.civilStatusChanged', divorced, ['anna', 'bo']);
    expect(await stores.journeys.load(id)).toEqual(before);
  });
});
