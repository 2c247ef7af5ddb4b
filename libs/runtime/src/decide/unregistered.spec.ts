import { randomUUID } from 'node:crypto';
import { declareMove, type SampleWorld, sampleWorld } from '../../test/sample-runtime.js';
import { type Assistance } from '../assistance/assistance.js';
import { UnregisteredParticipants } from '../assistance/unregistered-participants.js';
import { caseReference } from '../case-reference.js';

const address = { street: 'Rua Nova 1', postcode: '1000' };
const move = { date: '2025-03-10', address, partner: 'bo' };

/** A partner without a CPR number is asked to consent, and told so. */
async function invited() {
  const world = await sampleWorld(main =>
    main
      .replace('partner: { optional: true }', 'partner: { optional: true, unregistered: true }')
      .replace("person: '= move.partner'", 'as: { name: = move.address.street, address: = move.address }')
      .replace(
        'partnerConsent:\n',
        'partnerConsent:\n      entry: { message: benefitLapsed, to: partner, with: { date: \'= has(partner.cpr) ? "" : partner.?name.orValue("")\' } }\n',
      ),
  );
  const runtime = world.runtime();
  const { journey } = await declareMove(runtime, 'anna', move);
  const participant = world.stores.tables.participants.get(journey)!.find(({ role }) => role === 'partner')!;
  return { world, runtime, journey, person: participant.person };
}

/** Karen in Vejle helps somebody. */
async function helping({ stores, clock }: SampleWorld, person: string) {
  const assistance: Assistance = {
    id: randomUUID(),
    caseworker: 'karen',
    authority: '0630',
    person,
    identified: 'letter',
    receivedOn: '2025-03-01',
    reason: 'noSignIn',
    from: clock.now(),
    until: clock.now() + 3_600_000,
  };
  await stores.assistances.add(assistance);
  return { holder: 'karen', assistance };
}

describe('a participant without a CPR number', () => {
  it('has an id that says nothing, which the vault does not know', async () => {
    const { world, person } = await invited();
    expect(person).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    await expect(world.stores.persons.cprOf(person)).rejects.toThrow();
  });

  it('gets letters, by name and address', async () => {
    const { world, person } = await invited();
    const letter = { name: 'Rua Nova 1', address: 'Rua Nova 1, 1000' };
    expect([...world.stores.tables.messages.values()]).toMatchObject([
      { person, role: 'partner', content: { letter } },
    ]);
  });

  it('is waited for by name', async () => {
    const { world, journey } = await invited();
    expect((await world.reader.view(journey, 'anna')).others).toMatchObject([
      { task: 'partnerConsent', role: 'partner', names: ['Rua Nova 1'] },
    ]);
  });

  it('acts through a caseworker, who stands in the journal, and through nobody else', async () => {
    const { world, runtime, journey, person } = await invited();
    const consent = { journey, person, task: 'partnerConsent', event: 'agree', data: { agrees: true } };
    await expect(runtime.submit(consent)).rejects.toMatchObject({ code: 'forbidden' });
    const helped = await helping(world, person);
    await runtime.submit({ ...consent, ...helped });
    expect((await world.stores.journeys.journal(journey)).at(-1)).toMatchObject({
      kind: 'submitted',
      actor: person,
      holder: 'karen',
      holderAuthority: '0630',
      subject: 'partnerConsent agree',
    });
    expect((await world.reader.view(journey, 'anna')).happened.at(-1)).toMatchObject({ by: 'participant' });
  });

  it('is told by letter that they were helped', async () => {
    const { world, runtime, journey, person } = await invited();
    const consent = { journey, person, task: 'partnerConsent', event: 'agree', data: { agrees: true } };
    await runtime.submit({ ...consent, ...(await helping(world, person)) });
    const told = [...world.stores.tables.messages.values()].find(({ text }) => text === 'assisted');
    expect(told).toMatchObject({ person, content: { letter: { name: 'Rua Nova 1' } } });
  });

  it('begins no journey', async () => {
    const { world, runtime, person } = await invited();
    const helped = await helping(world, person);
    await expect(runtime.start({ definition: 'moving', person, ...helped })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('is found by the number of the case and their name, and by nothing less', async () => {
    const { world, journey, person } = await invited();
    const { ops, journeys } = world.stores;
    const lookup = new UnregisteredParticipants({ ops, journeys });
    const reference = caseReference(journey, 'Flytning');
    expect(await lookup.find(reference, ' rua  NOVA 1')).toBe(person);
    expect(await lookup.nameOf(person)).toBe('Rua Nova 1');
    expect(await lookup.nameOf('anna')).toBeUndefined();
    const other = caseReference(randomUUID(), 'Flytning');
    for (const [number, name] of [
      [reference, 'Rua'],
      [other, 'Rua Nova 1'],
      ['x', 'Rua Nova 1'],
    ] as const) {
      await expect(lookup.find(number, name)).rejects.toMatchObject({
        code: 'invalid',
        fields: [{ path: '/reference', code: 'unregistered' }],
      });
    }
  });
});
