import { ANNA, journeysTogether } from './together.js';

const { world } = await journeysTogether(['divorce']);
const FAMILY = {
  person: 'anna',
  civilStatus: 'married',
  spouse: 'bo',
  children: [
    { child: 'ella', name: 'Ella Holm', born: '2018-05-20', livesHere: true, custodians: ['anna', 'bo'] },
  ],
  otherCustodians: ['bo'],
};
const DIED = { person: 'ella', diedOn: '2025-03-04', municipality: '0461' };

/** Anna has applied for a divorce, in which the child of hers and Bo's takes no part. */
async function applied() {
  const opened = await world();
  const { id } = await opened.start('divorce', 'anna');
  const { answerAll, submit } = opened.walk(id, 'anna');
  await answerAll({ 'cpr.readFamily': FAMILY, 'cpr.readPerson': ANNA });
  const application = { kind: 'divorce', meetApart: false, supportBy: 'nobody', home: 'applicant' };
  await submit('applying', 'submit', application);
  await answerAll();
  const journal = () => opened.stores.journeys.journal(id);
  return { ...opened, journal };
}

it('the death of a child reaches the open divorce of the parents, which has named it', async () => {
  const { report, journal } = await applied();
  await report('cpr.deathRegistered', DIED, ['ella']);
  expect((await journal()).at(-1)).toMatchObject({ kind: 'reported', subject: 'cpr.deathRegistered' });
});

it('any other report about the child does not, nor the death of somebody whom it has not named', async () => {
  const { report, journal } = await applied();
  const before = await journal();
  await report('cpr.deathRegistered', { ...DIED, person: 'carl' }, ['carl']);
  await report('cpr.addressProtectionChanged', { person: 'ella', protected: true }, ['ella']);
  expect(await journal()).toEqual(before);
});
