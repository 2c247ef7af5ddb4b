import { ANNA, journeysTogether, NOW } from './together.js';

const { journeyOf, world } = await journeysTogether(['starting-education', 'moving']);

/** Anna has a place at a university, and is asked what else concerns her. */
async function admitted() {
  const all = await world();
  const { id } = await all.start('starting-education', 'anna');
  const walked = all.walk(id, 'anna');
  await walked.answer('cpr.readPerson', ANNA);
  await walked.answer('optagelse.readExams', { found: true, hasMaster: false });
  await walked.answer('employmentOffice.readHelp', { cashHelp: false });
  await walked.answer('digitalPost.readMailbox', { exempt: false });
  const place = { programme: 'Jura', institution: 'Aarhus Universitet', startsOn: '2025-04-01' };
  await walked.submit('planning', 'submit', { way: 'admitted', ...place, newEducation: true });
  const toAuthorities = async () =>
    (await walked.asked()).filter(({ service }) => service !== 'digitalPost.deliver');
  return { ...all, ...walked, id, toAuthorities };
}

describe('an education', () => {
  it('and a move are one for the student: it starts the move, and asks nothing when CPR has it', async () => {
    const { id, stores, submit, report, toAuthorities } = await admitted();
    const home = { moveOn: '2025-03-15', address: 'Vestergade 31, 8000 Aarhus C' };
    const details = { moves: true, ...home, earlierStudies: false };
    await submit('underWay.education.course.preparing', 'submit', details);
    const given = { date: home.moveOn, address: home.address };
    expect(journeyOf('moving').givenErrors(given, NOW)).toEqual([]);
    const begun = async () =>
      (await stores.journeys.load(id))!.state.between!.notices!.filter(({ kind }) => kind === 'begin');
    expect(await begun()).toMatchObject([{ definition: 'moving', person: 'anna', given }]);

    const before = await toAuthorities();
    const moved = { person: 'anna', address: 'a-2', municipality: '0751', movedOn: '2025-03-15' };
    await report('cpr.moveRegistered', moved, ['anna']);
    expect(await begun()).toHaveLength(1);
    expect(await toAuthorities()).toEqual(before);
  });

  it('gives no grant to who has left Denmark', async () => {
    const { submit, answer, report, toAuthorities } = await admitted();
    const course = 'underWay.education.course';
    await submit(`${course}.preparing`, 'submit', { moves: false, earlierStudies: false });
    await submit(`${course}.studying.grant.applying.offered`, 'apply', {});
    await answer('su.applyGrant', {
      granted: true,
      monthlyAmount: 7086,
      from: '2025-04-01',
      grounds: 'Du er indskrevet.',
      decidedOn: '2025-03-03',
      decision: 'SU-1',
    });
    await report('cpr.departureRegistered', { person: 'anna', departedOn: '2025-04-20' }, ['anna']);
    expect(await toAuthorities()).toContainEqual(
      expect.objectContaining({
        service: 'su.stopGrant',
        input: { person: 'anna', from: '2025-04-20', reason: 'departure' },
      }),
    );
  });
});
