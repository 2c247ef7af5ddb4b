import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type JsonObject } from '#statechart';
import { isChild, Population } from '../src/population/population.js';
import { catalogue, Running, TODAY } from './running.js';

const population = Population.load();
const ofPerson = catalogue
  .services()
  .filter(
    ({ effect, input }) => effect === 'none' && 'person' in ((input as JsonObject)['properties'] as object),
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

  it('answer by the person in the request', async () => {
    expect(await ask('cpr.readPerson', { person: number('eva') })).toMatchObject({ fullName: 'Eva Lund' });
    expect(await ask('cpr.readFamily', { person: number('cai') })).toMatchObject({
      civilStatus: 'divorced',
      children: [],
    });
    expect(await ask('cpr.readPerson', { person: number('nora') })).toMatchObject({ protectedAddress: true });
    expect(await ask('digitalPost.readMailbox', { person: number('dan') })).toEqual({ exempt: true });
    expect(await ask('skat.readIncome', { person: number('mads') })).toMatchObject({ yearlyIncome: 524_000 });
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
    const [message] = await running.receiver.atLeast(1);
    expect(JSON.parse(message?.body ?? '')).toMatchObject({ refusal: { code: 'protectedAddress' } });
    expect(await ask('cpr.readPerson', { person: '6110700007' })).toMatchObject({ person: '6110700007' });
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
