import { ANNA, BIRTH, ids, journeyOf, NOW, world } from './world.js';

const death = (person: string) => ({ person, diedOn: '2025-03-02', spouse: 'sofie', municipality: '0751' });
/** Anna is ill, and has told so. */
async function ill(illness: object, municipality = '0461') {
  const all = await world();
  const { id } = await all.start('long-illness', 'anna');
  const walked = all.walk(id, 'anna');
  await walked.answer('cpr.readPerson', { ...ANNA, municipality });
  await walked.answer('digitalPost.readMailbox', { exempt: false });
  await walked.submit('telling', 'submit', { firstDay: '2025-03-03', ofPregnancy: false, ...illness });
  return { ...all, ...walked, id };
}

describe('a death', () => {
  it.each(ids)('ends the journey %s of the deceased, who is asked and offered nothing more', async id => {
    const inForce = Date.parse(`${journeyOf(id).definition.effective}T09:00:00Z`);
    const { start, report, stores, offered } = await world(Math.max(NOW, inForce));
    const { id: journey } = await start(id, 'anders');
    await report('cpr.deathRegistered', death('anders'), ['anders', 'sofie']);
    const record = (await stores.journeys.load(journey))!;
    expect(['done', 'cancelled', 'cancelling']).toContain(record.status);
    expect(await offered('anders')).toEqual([]);
  });

  it('offers bereavement to the next of kin, with the deceased filled in', async () => {
    const { report, offered } = await world();
    await report('cpr.deathRegistered', death('anders'), ['anders', 'sofie']);
    expect(await offered('sofie')).toEqual([{ journey: 'bereavement', given: { deceased: 'anders' } }]);
  });
});

describe('a move', () => {
  it('signs a child that waits for a place up in the new municipality', async () => {
    const { start, report, walk } = await world();
    const { id } = await start('daycare-and-school', 'anna');
    const { asked, answer, submit } = walk(id, 'anna');
    await answer('cpr.readPerson', ANNA);
    await answer('digitalPost.readMailbox', { exempt: false });
    const ida = { child: 'ida', name: 'Ida Holm', born: '2024-05-20', livesHere: true, custodians: ['anna'] };
    const family = { person: 'anna', civilStatus: 'unmarried', children: [ida], otherCustodians: [] };
    await answer('cpr.readFamily', family);
    await submit('choosing', 'submit', { child: 'ida', matter: 'place' });
    await submit('helping.finding.wishing', 'submit', { wantedFrom: '2025-09-01', kind: 'nursery' });
    await answer('daycare.joinWaitingList', { entry: 'VENT-1', guaranteedFrom: '2025-09-01' });
    const moved = { person: 'anna', address: 'a-2', municipality: '0101', movedOn: '2025-03-02' };
    await report('cpr.moveRegistered', moved, ['anna']);
    const lists = (await asked()).filter(({ service }) => service === 'daycare.joinWaitingList');
    expect(lists.map(({ authority }) => authority)).toEqual(['0461', '0101']);
    expect(lists[1]).toMatchObject({ status: 'pending', input: { child: 'ida', wantedFrom: '2025-09-01' } });
  });

  it('asks the new municipality what the former had not decided for a child with a disability', async () => {
    const { start, report, walk } = await world();
    const { id } = await start('child-with-disability', 'anna');
    const { asked, answer, submit } = walk(id, 'anna');
    const livesAt = (person: string, born: string) => ({ ...ANNA, person, fullName: 'Holm', born });
    await answer('cpr.readPerson', livesAt('anna', '1990-01-01'));
    await answer('digitalPost.readMailbox', { exempt: false });
    const ida = { child: 'ida', name: 'Ida Holm', born: '2018-05-20', livesHere: true, custodians: ['anna'] };
    await answer('cpr.readFamily', {
      person: 'anna',
      civilStatus: 'unmarried',
      children: [ida],
      otherCustodians: [],
    });
    const concern = 'Hun kan ikke være i store grupper.';
    await submit('choosing', 'submit', { child: 'ida', concern, wishes: ['aids'], mayObtain: true });
    await answer('cpr.readPerson', livesAt('ida', '2018-05-20'));
    const need = 'Hun har brug for en kørestol.';
    await submit('helping.cases.aids.applying.offered', 'apply', { need });
    const moved = (person: string) => ({
      person,
      address: 'a-2',
      municipality: '0101',
      movedOn: '2025-03-02',
    });
    await report('cpr.moveRegistered', moved('anna'), ['anna']);
    expect((await asked()).map(({ service }) => service)).not.toContain('disabilityOffice.handOver');
    await report('cpr.moveRegistered', moved('ida'), ['ida']);
    const decisions = (await asked()).filter(({ service }) => service === 'disabilityOffice.decideHelp');
    expect(decisions.map(({ authority }) => authority)).toEqual(['0461', '0101']);
    expect(decisions[1]).toMatchObject({ status: 'pending', input: { child: 'ida', kind: 'aids', need } });
    const handedOver = (await asked()).find(({ service }) => service === 'disabilityOffice.handOver');
    expect(handedOver).toMatchObject({ authority: '0461', input: { toMunicipality: '0101' } });
  });
});

describe('a move abroad', () => {
  const gone = { person: 'anna', departedOn: '2025-04-01' };

  it('ends unemployment benefit: who has left is taken off Jobnet', async () => {
    const { start, report, walk, clock, runtime } = await world();
    const { id } = await start('losing-a-job', 'anna');
    const { asked, answer, submit } = walk(id, 'anna');
    await answer('skat.readIncome', { yearlyIncome: 480_000 });
    await answer('digitalPost.readMailbox', { exempt: false });
    await answer('aKasse.readMembership', { member: true });
    const job = {
      kind: 'fixedTermEnded',
      employer: 'Nordlys A/S',
      lastDay: '2025-03-03',
      enoughHours: false,
    };
    await submit('telling', 'submit', job);
    clock.advance(24 * 60 * 60 * 1000);
    await runtime.wake(id);
    await submit('underWay.registration.registering', 'register', {});
    await answer('jobnet.register', { registeredOn: '2025-03-04' });
    await report('cpr.departureRegistered', gone, ['anna']);
    const ending = (await asked()).find(({ service }) => service === 'jobnet.deregister');
    expect(ending).toMatchObject({ input: { person: 'anna', reason: 'abroad', from: '2025-04-01' } });
  });

  it('ends housing benefit of a move: what was applied for is called off', async () => {
    const { start, report, walk } = await world();
    const { id } = await start('moving', 'anna');
    const { asked, answer, submit } = walk(id, 'anna');
    await answer('cpr.readPerson', ANNA);
    await answer('digitalPost.readMailbox', { exempt: false });
    const family = { person: 'anna', civilStatus: 'unmarried', children: [], otherCustodians: [] };
    await answer('cpr.readFamily', family);
    const home = { address: 'a-2', text: 'Strandvejen 8', municipality: '0751', dwelling: true };
    await submit('declareMove', 'submit', {
      address: home.text,
      date: '2025-03-03',
      tenure: 'tenant',
      children: [],
    });
    await answer('dar.findAddress', { ...home, municipalityName: 'Aarhus', region: 'Midtjylland' });
    await answer('cpr.registerMove', {
      registration: 'FLYT-1',
      movedOn: '2025-03-03',
      registeredOn: '2025-03-03',
      municipality: '0751',
      formerMunicipality: '0461',
      changedMunicipality: true,
      changedRegion: true,
    });
    const arrival = { person: 'anna', address: 'a-2', municipality: '0751', movedOn: '2025-03-03' };
    await report('cpr.moveRegistered', arrival, ['anna']);
    await answer('udbetalingDanmark.readBenefits', { currentBenefits: [] });
    await answer('dar.readDwelling', { rooms: 3, area: 84, ownership: 'rented' });
    const rent = { monthlyRent: 8900, leaseFrom: '2025-03-03' };
    await submit('underWay.housingBenefit.offered', 'apply', rent);
    const application = async () =>
      (await asked()).find(({ service }) => service === 'udbetalingDanmark.applyHousingBenefit')!;
    expect(await application()).toMatchObject({ status: 'pending' });
    await report('cpr.departureRegistered', gone, ['anna']);
    expect((await application()).status).not.toBe('pending');
  });
});

describe('a home that is bought', () => {
  it('starts a move with its address, and the day on which it is taken over', () => {
    expect(journeyOf('buying-a-home').startedJourneys()).toEqual(['moving']);
    for (const tenure of ['owner', 'cooperative']) {
      const given = { address: 'Strandvejen 8, 1. th., 8240 Risskov', date: '2025-06-01', tenure };
      expect(journeyOf('moving').givenErrors(given, NOW)).toEqual([]);
    }
  });
});

describe('care in old age', () => {
  const person = (municipality: string) => ({ ...ANNA, born: '1944-04-15', municipality });

  /** Somebody who has told what they need, and is known to the registers. */
  async function inNeed(day: string, municipality: string, wishes: readonly string[]) {
    const here = await world(Date.parse(`${day}T09:00:00Z`));
    const { id } = await here.start('care-in-old-age', 'anna');
    const walked = here.walk(id, 'anna');
    const { answer, submit } = walked;
    await answer('cpr.readPerson', person(municipality));
    await answer('digitalPost.readMailbox', { exempt: false });
    const family = { person: 'anna', civilStatus: 'widowed', children: [], otherCustodians: [] };
    await answer('cpr.readFamily', family);
    await submit('choosing', 'submit', { wishes, about: 'Jeg kan ikke gå ud.', urgent: false });
    return { ...here, ...walked };
  }

  it('starts a move with what the care home that was accepted makes known', () => {
    expect(journeyOf('care-in-old-age').startedJourneys()).toEqual(['moving']);
    const address = 'Kirkevej 3, st. 12, 5000 Odense C';
    const given = { address, date: '2025-10-01', tenure: 'tenant', children: [], partner: 'bo' };
    expect(journeyOf('moving').givenErrors(given, Date.parse('2025-09-01T09:00:00Z'))).toEqual([]);
  });

  it('asks the new municipality about what waits, when somebody moves', async () => {
    const { report, asked, submit } = await inNeed('2025-07-07', '0461', ['aids']);
    const walker = { kind: 'aid', what: 'Rollator', ownSupplier: false, bought: false };
    await submit('helping.aids.deciding.offered', 'apply', walker);
    const moved = { person: 'anna', address: 'a-2', municipality: '0751', movedOn: '2025-07-05' };
    await report('cpr.moveRegistered', moved, ['anna']);
    const decisions = (await asked()).filter(({ service }) => service === 'careOffice.decideAid');
    expect(decisions.map(({ authority }) => authority)).toEqual(['0461', '0751']);
    expect(decisions[1]).toMatchObject({ status: 'pending', input: { what: 'Rollator' } });
  });

  it.each([
    ['2026-12-31', '0259'],
    ['2027-01-01', 'region-oestdanmark'],
  ])('asks for a nurse on %s of %s', async (day, authority) => {
    const { asked } = await inNeed(day, '0259', ['nursing']);
    const nurse = (await asked()).find(({ service }) => service === 'careOffice.startNursing');
    expect(nurse).toMatchObject({ authority });
  });
});

describe('violence in a marriage', () => {
  const married = { person: 'anna', civilStatus: 'married', spouse: 'bo', children: [], otherCustodians: [] };
  const hit = { who: 'me', crime: 'violence', day: '2025-03-02', offender: 'partner', reported: false };

  it('hides name and address in a divorce, and never calls the two to the same room', async () => {
    const here = await world();
    const { id } = await here.start('divorce', 'bo');
    const bo = here.walk(id, 'bo');
    await bo.answer('cpr.readFamily', { ...married, person: 'bo', spouse: 'anna', spouseName: 'Anna Holm' });
    const terms = { kind: 'divorce', meetApart: false, supportBy: 'nobody', home: 'applicant' };
    await bo.submit('applying', 'submit', terms);
    const filed = { case: 'ÆGT-1', fee: 800, feeDueOn: '2025-03-17' };
    await bo.answer('familieretshuset.applyDivorce', filed);
    await bo.submit('fee.paying', 'pay', {});
    await bo.answer('familieretshuset.payFee', { receipt: 'K-1', paidOn: '2025-03-03' });
    await here.walk(id, 'anna').submit('agreement.asking', 'disagree', {});

    const victim = here.walk((await here.start('victim-of-crime', 'anna')).id, 'anna');
    await victim.answer('cpr.readPerson', ANNA);
    await victim.answer('digitalPost.readMailbox', { exempt: false });
    await victim.answer('cpr.readFamily', married);
    await victim.submit('choosing', 'submit', hit);
    const address = 'helping.matters.address.deciding.offered';
    await victim.submit(address, 'apply', { kind: 'ordinary', withChildren: false });
    const asked = await victim.asked();
    expect(asked.at(-1)).toMatchObject({ service: 'kommune.approveProtection', authority: '0461' });

    await here.report('cpr.addressProtectionChanged', { person: 'anna', protected: true }, ['anna']);
    const { state } = (await here.stores.journeys.load(id))!;
    const reader = { person: 'bo', state: state.chart };
    expect(journeyOf('divorce').words.names.of('anna', 'da', reader)).not.toContain('Anna');
    await bo.submit('disagreement.applicant.paying', 'pay', {});
    await bo.answer('familieretshuset.payFee', { receipt: 'K-2', paidOn: '2025-03-03' });
    const meeting = (await bo.asked()).at(-1);
    expect(meeting).toMatchObject({ service: 'familieretshuset.holdTermsMeeting', input: { apart: true } });
    const sent = (await bo.asked()).map(({ input }) => input);
    expect(JSON.stringify(sent)).not.toContain(ANNA.addressText);
  });

  it('reaches nobody but the victim, and sends nothing out', async () => {
    const here = await world();
    const victim = here.walk((await here.start('victim-of-crime', 'anna')).id, 'anna');
    await victim.answer('cpr.readPerson', ANNA);
    await victim.answer('digitalPost.readMailbox', { exempt: true });
    await victim.answer('cpr.readFamily', married);
    await victim.submit('choosing', 'submit', hit);
    const safe = { children: 0, safePhone: '+45 00 00 00 00' };
    await victim.submit('helping.matters.shelter.finding.offered', 'find', safe);
    await victim.answer('victimSupport.findShelter', { phone: '+45 00 00 00 01', readyOn: '2025-03-03' });
    const written = [...here.stores.tables.messages.values()];
    expect(written.map(each => ({ person: each.person, status: each.status, way: each.way }))).toEqual([
      { person: 'anna', status: 'delivered', way: 'mailbox' },
    ]);
    expect(await here.offered('bo')).toEqual([]);
    expect(JSON.stringify((await victim.asked()).map(({ input }) => input))).not.toContain('"bo"');
  });
});

describe('a long illness', () => {
  it('is asked about in the new municipality once somebody has moved and the former one has handed it over', async () => {
    const { asked, answer, submit, report } = await ill({ situation: 'selfEmployed' });
    const ask = (kind: string) =>
      submit('underWay.future.watching', 'ask', { kind, wish: 'Lidt ad gangen.' });
    await report(
      'cpr.moveRegistered',
      { person: 'anna', address: 'a-2', municipality: '0101', movedOn: '2025-03-02' },
      ['anna'],
    );
    await answer('sicknessBenefit.handOver', { from: '2025-03-17' });
    await ask('flexJob');
    const office = (await asked()).filter(({ service }) => service.startsWith('sicknessBenefit.'));
    expect(office.map(({ service, authority }) => [service, authority])).toEqual([
      ['sicknessBenefit.applyBenefit', '0461'],
      ['sicknessBenefit.handOver', '0461'],
      ['sicknessBenefit.decideFlexJob', '0101'],
    ]);
  });

  it('has nursing from the municipality in 2026, and from the region in 2027', async () => {
    const { asked, answer, submit, clock } = await ill({ situation: 'selfEmployed' }, '0265');
    const ask = () =>
      submit('underWay.help.watching', 'ask', {
        kind: 'nursing',
        need: 'Jeg kan ikke skifte min forbinding.',
      });
    clock.advance(Date.parse('2026-12-31T09:00:00Z') - NOW);
    await ask();
    await answer('healthCentre.arrangeNursing', {
      granted: true,
      grounds: 'Lægen har ordineret det.',
      decidedOn: '2026-12-31',
      decision: 'SUN-1',
    });
    clock.advance(24 * 60 * 60 * 1000);
    await ask();
    const nursing = (await asked()).filter(({ service }) => service === 'healthCentre.arrangeNursing');
    expect(nursing.map(({ authority }) => authority)).toEqual(['0265', 'region-oestdanmark']);
  });

  it('that comes of a pregnancy begins in the journey of the pregnancy, and ends with the birth', async () => {
    expect(journeyOf('having-a-child').startedJourneys()).toContain('long-illness');
    const given = { firstDay: '2025-03-03', ofPregnancy: true };
    expect(journeyOf('long-illness').givenErrors(given, NOW)).toEqual([]);
    const { answer, report, stores, id } = await ill({ situation: 'selfEmployed', ofPregnancy: true });
    await answer('udbetalingDanmark.applyPregnancyPay', {
      granted: true,
      grounds: 'Graviditeten gør dig syg.',
      decidedOn: '2025-03-03',
      decision: 'UDK-1',
      weeklyAmount: 4865,
      from: '2025-03-03',
    });
    await report('cpr.birthRegistered', BIRTH, ['ida', 'anna']);
    expect(await stores.journeys.load(id)).toMatchObject({ status: 'done' });
  });
});

describe('a job that ends', () => {
  it('is offered help, with what the employer has reported filled in', async () => {
    const { report, offered } = await world();
    const ending = { person: 'anna', employer: 'Nordlys A/S', lastDay: '2025-05-31', cause: 'expired' };
    await report('skat.employmentEnds', ending, ['anna']);
    const given = { kind: 'fixedTermEnded', employer: 'Nordlys A/S', lastDay: '2025-05-31' };
    expect(await offered('anna')).toEqual([{ journey: 'losing-a-job', given }]);
  });

  it('starts a new job when one is found, and a new job that comes to nothing starts this again', () => {
    expect(journeyOf('losing-a-job').startedJourneys()).toEqual(['new-job']);
    expect(journeyOf('new-job').givenErrors({ startDay: '2025-06-01', seenTo: true }, NOW)).toEqual([]);
    expect(journeyOf('new-job').startedJourneys()).toEqual(['losing-a-job']);
  });

  it('goes on as it is when a child is born', async () => {
    const { start, report, stores } = await world();
    const { id } = await start('losing-a-job', 'anna');
    const before = await stores.journeys.load(id);
    await report('cpr.birthRegistered', BIRTH, ['ida', 'anna']);
    expect(await stores.journeys.load(id)).toEqual(before);
  });
});
