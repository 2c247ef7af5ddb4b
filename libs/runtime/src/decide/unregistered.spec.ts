import { sampleWorld } from '../../test/sample-runtime.js';

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
  const { record } = await runtime.start({ definition: 'moving', person: 'anna' });
  const journey = record.id;
  await runtime.submit({ journey, person: 'anna', task: 'declareMove', event: 'submit', data: move });
  const participant = world.stores.tables.participants.get(journey)!.find(({ role }) => role === 'partner')!;
  return { world, runtime, journey, person: participant.person };
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

  it('acts through staff, who stand in the journal, and through nobody else', async () => {
    const { world, runtime, journey, person } = await invited();
    const consent = { journey, person, task: 'partnerConsent', event: 'agree', data: { agrees: true } };
    await expect(runtime.submit(consent)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(runtime.submit({ ...consent, person: 'anna', by: 'staff:s1' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await runtime.submit({ ...consent, by: 'staff:s1' });
    expect((await world.stores.journeys.journal(journey)).at(-1)).toMatchObject({
      kind: 'submitted',
      actor: 'staff:s1',
      subject: 'partnerConsent agree',
    });
    expect((await world.reader.view(journey, 'anna')).happened.at(-1)).toMatchObject({ by: 'participant' });
  });
});
