import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type JsonObject } from '#statechart';
import { isChild, Population } from '../src/population/population.js';
import { catalogue, Running, TODAY } from './running.js';

const population = Population.load();
const ofPerson = catalogue
  .services()
  .filter(
    ({ effect, answers, input }) =>
      effect === 'none' && answers === 'now' && 'person' in ((input as JsonObject)['properties'] as object),
  );

describe('the registers, about the people of the population', () => {
  let running: Running;
  let key = 0;
  beforeAll(async () => {
    running = await Running.start({ population });
  });
  afterAll(() => running.stop());

  const ask = async (service: string, input: JsonObject): Promise<JsonObject> => {
    key += 1;
    return (await running.call(service, `asked-${key}`, input)).body;
  };
  const number = (name: string): string => population.named(name).cpr;

  it.each(population.people.map(({ name }) => name))('say of %s what fits their contracts', async name => {
    // An answer that does not fit is refused by the client, so it must fit here.
    for (const service of ofPerson) {
      key += 1;
      const { status, body } = await running.call(service.id, `fits-${key}`, { person: number(name) });
      if (status === 200)
        expect(running.authorities.simulations.validators.answer(service, body)).toEqual([]);
      else expect(service.refusals).toHaveProperty([body['code'] as string]);
    }
  });

  it('agree on who belongs together', async () => {
    for (const person of population.people.filter(({ died }) => died === undefined)) {
      const family = await ask('cpr.readFamily', { person: person.cpr });
      const spouse = family['spouse'] as string | undefined;
      if (spouse)
        expect(await ask('cpr.readFamily', { person: spouse })).toMatchObject({ spouse: person.cpr });
      for (const { child, custodians } of family['children'] as { child: string; custodians: string[] }[]) {
        expect(isChild(population.ofNumber(child)!, TODAY)).toBe(true);
        expect(custodians).toContain(person.cpr);
      }
      const household = await ask('cpr.readHousehold', { person: person.cpr });
      const { address } = await ask('cpr.readPerson', { person: person.cpr });
      expect(household).toMatchObject({ address, residents: expect.arrayContaining([person.cpr]) });
    }
  });

  it('give somebody the surname they ask for, and leave their first name', async () => {
    await ask('personregister.changeName', { person: number('lis'), surname: 'Lind', reason: 'divorce' });
    const { ledger } = running.authorities.simulations.authority('personregister')!.parts;
    expect(ledger.find(`asked-${key}`)!.reply).toMatchObject({
      kind: 'answered',
      answer: { fullName: 'Lis Lind', from: TODAY },
    });
  });

  it('answer by the person in the request', async () => {
    expect(await ask('cpr.readPerson', { person: number('eva') })).toMatchObject({ fullName: 'Eva Lund' });
    expect(await ask('cpr.readFamily', { person: number('cai') })).toMatchObject({
      civilStatus: 'divorced',
      children: [],
    });
    expect(await ask('cpr.readPerson', { person: number('nora') })).toMatchObject({ protectedAddress: true });
    expect(await ask('digitalPost.readMailbox', { person: number('dan') })).toEqual({ exempt: true });
    expect(await ask('skat.readIncome', { person: number('mads') })).toMatchObject({ yearlyIncome: 524_000 });
    expect(await ask('udbetalingDanmark.readPensionRight', { person: number('gerda') })).toMatchObject({
      residenceYears: 78 - 15,
    });
    expect(await ask('dar.findAddress', { text: 'birkevej 17, 4000  Roskilde' })).toMatchObject({
      municipality: '0265',
    });
  });

  it('know who has died, when, and who is left', async () => {
    const kinship = (person: string, deceased: string) =>
      ask('cpr.confirmKinship', { person: number(person), deceased: number(deceased) });
    expect(await kinship('anna', 'bent')).toMatchObject({
      relation: 'child',
      deceased: number('bent'),
      name: expect.stringMatching(/^Bent /) as string,
      deathRegistered: true,
      diedOn: '2026-04-30',
      relatives: [number('anna'), number('cai')],
      childrenLeft: [],
    });
    expect(await kinship('gerda', 'ole')).toMatchObject({ relation: 'spouse', diedOn: '2026-04-25' });
    expect(await kinship('eva', 'bent')).toMatchObject({ code: 'notRelated' });
    expect(await kinship('anna', 'cai')).toMatchObject({ relation: 'sibling', deathRegistered: false });
  });

  it('refuse who is protected, and answer for strangers by the examples of their contracts', async () => {
    const move = { date: TODAY, person: number('nora') };
    key += 1;
    await running.call('cpr.registerMove', `asked-${key}`, move);
    // The church office has sent its answer before.
    const bodies = (await running.receiver.atLeast(2)).map(({ body }) => JSON.parse(body) as JsonObject);
    expect(bodies).toContainEqual(
      expect.objectContaining({ refusal: expect.objectContaining({ code: 'protectedAddress' }) }),
    );
    expect(await ask('cpr.readPerson', { person: '6110700007' })).toMatchObject({ person: '6110700007' });
  });
});

describe('a subscription at CPR', () => {
  it('begins with who has custody of each child among the people, and of nobody else', async () => {
    const running = await Running.start({ population });
    const number = (name: string): string => population.named(name).cpr;
    const { status, body } = await running.send('POST', '/cpr/subscriptions', {
      persons: [number('anna'), number('cai')],
    });
    expect(status).toBe(202);
    const [message, ...others] = await running.receiver.atLeast(1);
    expect(others).toEqual([]);
    expect(JSON.parse(message?.body ?? '')).toMatchObject({
      id: (body['reports'] as readonly string[])[0],
      type: 'cpr.custodyChanged',
      data: { child: number('ida'), name: 'Ida Holm', custodians: [number('anna'), number('bo')] },
    });
    const refused = await running.send('POST', '/cpr/subscriptions', { persons: ['anna'] });
    expect(refused.status).toBe(422);
    await running.stop();
  });
});

describe('the registers, once they were told something', () => {
  let running: Running;
  let folder: string;
  const ledgerFile = (): string => join(folder, 'ledgers.jsonl');
  let key = 0;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ledgers-'));
    running = await Running.start({ population, ledgerFile: ledgerFile() });
  });
  afterEach(async () => {
    await running.stop();
    await rm(folder, { recursive: true });
  });

  const ask = async (service: string, input: JsonObject, named = `told-${(key += 1)}`): Promise<JsonObject> =>
    (await running.call(service, named, input)).body;
  const person = (name: string) => ask('cpr.readPerson', { person: number(name) });
  const family = (name: string) => ask('cpr.readFamily', { person: number(name) });
  const number = (name: string): string => population.named(name).cpr;
  const move = (date: string, named: string) => {
    const solbakken = population.homes.find(({ text }) => text.startsWith('Solbakken'))!;
    const { address } = solbakken;
    return ask('cpr.registerMove', { person: number('anna'), address, date, movers: [number('ida')] }, named);
  };
  const report = (event: string, data: JsonObject) =>
    running.send('POST', `/cpr/events/${event}`, {
      ...catalogue.registerEvent(`cpr.${event}`)!.example,
      ...data,
    });

  it('have whoever moved at the new address from that day, and not what was withdrawn', async () => {
    await move(TODAY, 'moved');
    const there = { addressText: 'Solbakken 4, 8700 Horsens', movedIn: TODAY, municipality: '0615' };
    expect(await person('anna')).toMatchObject(there);
    expect(await person('ida')).toMatchObject(there);
    expect(await person('bo')).toMatchObject({ addressText: 'Nørregade 12, 2. tv., 5000 Odense C' });
    expect(await ask('cpr.readHousehold', { person: number('bo') })).toMatchObject({
      residents: [number('bo')],
    });
    expect((await family('anna'))['children']).toMatchObject([{ livesHere: true }]);
    expect((await family('bo'))['children']).toMatchObject([{ livesHere: false }]);

    await ask('cpr.withdrawMove', { undoes: 'moved' });
    expect(await person('anna')).toMatchObject({ addressText: 'Nørregade 12, 2. tv., 5000 Odense C' });
  });

  it('have nobody at an address before they move, nor before the day it was put off to', async () => {
    await move('2026-06-01', 'later');
    expect(await person('anna')).toMatchObject({ movedIn: '2019-06-01' });
    await move('2026-05-01', 'before');
    expect(await person('anna')).toMatchObject({ movedIn: '2026-05-01' });
    await ask('cpr.changeMoveDate', { person: number('anna'), date: '2026-05-20' });
    expect(await person('anna')).toMatchObject({ movedIn: '2019-06-01' });
  });

  it('know who is divorced, who was born and what they are called, who has died and whose death was a mistake', async () => {
    const divorced = { person: number('anna'), spouse: number('bo'), status: 'divorced', from: TODAY };
    await ask('cpr.registerCivilStatus', divorced);
    expect(await family('bo')).toMatchObject({ civilStatus: 'divorced', civilStatusFrom: TODAY });
    expect(await family('anna')).not.toHaveProperty('spouse');

    await ask('personregister.reportBirth', { mother: number('eva'), born: TODAY });
    const [{ child }] = (await family('eva'))['children'] as [{ child: string }];
    await ask('personregister.registerName', { child, firstNames: 'Liv', surname: 'Lund' });
    expect((await family('eva'))['children']).toMatchObject([
      { child, name: 'Liv Lund', born: TODAY, livesHere: true },
    ]);
    expect(await ask('cpr.readPerson', { person: child })).toMatchObject({
      fullName: 'Liv Lund',
      born: TODAY,
    });

    await report('deathRegistered', { person: number('cai'), diedOn: TODAY });
    expect(await person('cai')).toMatchObject({ alive: false });
    await report('deathRecordReversed', { person: number('cai'), reversedOn: TODAY });
    expect(await person('cai')).toMatchObject({ alive: true });
  });

  it('tell of the custody of a child without a name until it has one', async () => {
    await ask('personregister.reportBirth', { mother: number('eva'), born: TODAY });
    const [{ child }] = (await family('eva'))['children'] as [{ child: string }];
    let read = 0;
    const told = async (): Promise<JsonObject> => {
      await running.send('POST', '/cpr/subscriptions', { persons: [child] });
      for (;;) {
        const message = (await running.receiver.atLeast(read + 1))[read];
        read += 1;
        const event = JSON.parse(message?.body ?? '') as JsonObject;
        if (event['type'] === 'cpr.custodyChanged') return event;
      }
    };
    expect((await told())['data']).toEqual({ child, born: TODAY, custodians: [number('eva')], from: TODAY });
    await ask('personregister.registerName', { child, firstNames: 'Liv', surname: 'Lund' });
    expect(await told()).toMatchObject({ data: { child, name: 'Liv Lund' } });
  });

  it('know who is out of work, until the day they are not', async () => {
    const anna = { person: number('anna') };
    expect(await ask('jobnet.readRegistration', anna)).toEqual({ registered: false });
    const { registeredOn } = await ask('jobnet.register', anna);
    expect(await ask('jobnet.readRegistration', anna)).toEqual({ registered: true, since: registeredOn });
    await ask('jobnet.deregister', { ...anna, reason: 'job', from: TODAY });
    expect(await ask('jobnet.readRegistration', anna)).toEqual({ registered: false });
  });

  it('know who has left Denmark, and let nobody leave twice', async () => {
    const departure = { person: number('anna'), date: TODAY, country: 'Spanien' };
    await ask('kommune.registerDeparture', { ...departure, movers: [number('ida')] });
    expect(await person('ida')).toMatchObject({ departedOn: TODAY });
    await report('departureRegistered', { person: number('bo'), departedOn: TODAY });
    expect(await person('bo')).toMatchObject({ departedOn: TODAY });
    expect(await person('cai')).not.toHaveProperty('departedOn');

    await ask('kommune.assessStay', { ...departure, why: 'shortStay' });
    const codes = (await running.receiver.atLeast(3)).map(({ body }) => JSON.parse(body).refusal?.code);
    expect(codes).toContain('notHere');
  });

  it('still know it after a restart', async () => {
    await move(TODAY, 'kept');
    await report('addressProtectionChanged', { person: number('bo'), protected: true });
    await running.stop();
    running = await Running.start({ population, ledgerFile: ledgerFile() });
    expect(await person('anna')).toMatchObject({ movedIn: TODAY });
    expect(await person('bo')).toMatchObject({ protectedAddress: true });
  });
});

it('the README names everybody', () => {
  const readme = readFileSync(fileURLToPath(new URL('../../../README.md', import.meta.url)), 'utf8');
  for (const { name, cpr, fullName, who } of population.people) {
    const row = readme.split('\n').find(line => line.startsWith(`| \`${name}\``));
    expect(row?.replace(/\s+/g, ' ')).toBe(`| \`${name}\` | ${cpr} | ${fullName}, ${who} |`);
  }
});

it('a population in which somebody is related to nobody is refused', () => {
  const { name: _name, ...anna } = population.named('anna');
  expect(() => new Population({ anna }, {})).toThrow(/nobody called bent/);
});
