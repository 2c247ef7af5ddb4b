import { type PersonVault, RequestError } from '#runtime';
import { type Json } from '#statechart';
import { AuthorityInbox } from './authority-inbox.js';
import { AuthorityRights } from './authority-rights.js';
import { Catalogue } from './catalogue.js';

const catalogue = Catalogue.load();
const persons: PersonVault = {
  personOf: cpr => Promise.resolve(`person-${Number(cpr) * 7}`),
  personsOf: () => Promise.reject(new Error('asked one by one')),
  find: cpr => Promise.resolve(cpr === MOTHER ? inside(cpr) : undefined),
  cprOf: () => Promise.reject(new Error('nothing goes out')),
};
const rights = new AuthorityRights(catalogue, { now: () => Date.parse('2026-11-29T12:00:00Z') });
const inbox = new AuthorityInbox(catalogue, persons, rights);
const MOTHER = '6110851234';
const CHILD = '7503221236';
const inside = (cpr: string) => `person-${Number(cpr) * 7}`;

async function errorOf(reading: Promise<unknown>): Promise<RequestError> {
  const error: unknown = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof RequestError) return error;
  throw new Error('it was read');
}

describe('a callback', () => {
  const answer = catalogue.service('personregister.registerCoParenthood')?.example.answer as Json;
  const read = (body: Json) => inbox.reply('personregister.registerCoParenthood', body);

  it('is read as an answer, with persons instead of CPR numbers', async () => {
    const reply = await read({ outcome: 'answered', answer });
    expect(reply).toMatchObject({
      kind: 'answered',
      answer: { parent: inside('6204862345'), jointCustody: true },
    });
  });

  it('is read as a refusal of the contract', async () => {
    const refusal = { code: 'bothMustSign', title: 'x', detail: 'The mother is missing.' };
    expect(await read({ outcome: 'refused', refusal })).toEqual({
      kind: 'refused',
      refusal: {
        code: 'bothMustSign',
        title: 'Begge forældre skal underskrive erklæringen.',
        detail: 'The mother is missing.',
      },
    });
  });

  it.each([
    ['no outcome', { answer }, '/outcome'],
    ['no answer', { outcome: 'answered' }, '/answer'],
    ['an answer that breaks the contract', { outcome: 'answered', answer: { parent: 5 } }, '/answer'],
    ['an unknown refusal', { outcome: 'refused', refusal: { code: 'badMood' } }, '/refusal/code'],
    ['a refusal without code', { outcome: 'refused' }, '/refusal/code'],
    ['a list', [], '/outcome'],
    ['nothing', null, '/outcome'],
  ])('with %s is invalid, naming the field', async (_, body, path) => {
    const error = await errorOf(read(body as Json));
    expect(error.code).toBe('invalid');
    expect(error.fields[0]?.path.startsWith(path)).toBe(true);
  });
});

describe('a refusal that no contract has', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('is not read: %s', async code => {
    const error = await errorOf(inbox.reply('cpr.registerMove', { outcome: 'refused', refusal: { code } }));
    expect(error.fields[0]?.path).toBe('/refusal/code');
  });
});

describe('a register event', () => {
  const data = {
    child: CHILD,
    mother: MOTHER,
    born: '2026-05-02',
    children: 1,
    parish: 'Risskov Sogn',
    municipality: '0751',
  };
  const event = { specversion: '1.0', id: 'e-1', source: 'urn:cpr', type: 'cpr.birthRegistered', data };

  it('is read with persons, and says whose journeys hear of it', async () => {
    expect(await inbox.report('cpr', event)).toEqual({
      authority: 'cpr',
      type: 'cpr.birthRegistered',
      id: 'e-1',
      data: { ...data, child: inside(CHILD), mother: inside(MOTHER) },
      persons: [inside(CHILD), inside(MOTHER)],
      ours: [inside(MOTHER)],
    });
  });

  it('is kept of nobody when it is about nobody whom we know', async () => {
    const added: string[] = [];
    const personOf = (cpr: string) => {
      added.push(cpr);
      return persons.personOf(cpr);
    };
    const strangers = new AuthorityInbox(
      catalogue,
      {
        personOf,
        personsOf: () => Promise.reject(new Error('asked one by one')),
        cprOf: () => Promise.reject(new Error('nothing goes out')),
        find: () => Promise.resolve(undefined),
      },
      rights,
    );
    expect(await strangers.report('cpr', event)).toBeUndefined();
    expect(added).toEqual([]);
  });

  it('is heard by those it correlates with, also in a list', async () => {
    const custody = { child: CHILD, born: '2026-05-04', custodians: [MOTHER], from: '2026-05-04' };
    const heard = await inbox.report('cpr', {
      ...event,
      type: 'cpr.custodyChanged',
      data: custody,
    });
    expect(heard?.persons).toEqual([inside(CHILD), inside(MOTHER)]);
  });

  it('is heard by nobody else whom it names', async () => {
    const guardianship = { person: CHILD, guardian: MOTHER, from: '2026-05-04' };
    const heard = await inbox.report('cpr', {
      ...event,
      type: 'cpr.guardianshipRegistered',
      data: guardianship,
    });
    expect(heard?.persons).toEqual([inside(CHILD)]);
  });

  it.each([
    ['another version', { specversion: '0.3' }, 'cpr', 'invalid'],
    ['no id', { id: '' }, 'cpr', 'invalid'],
    ['an endless id', { id: 'x'.repeat(129) }, 'cpr', 'invalid'],
    ['data that breaks the contract', { data: { ...data, mother: 'somebody' } }, 'cpr', 'invalid'],
    ['no data', { data: undefined }, 'cpr', 'invalid'],
    ['a type nobody knows', { type: 'cpr.wedding' }, 'cpr', 'unknown-event'],
    ['the type of another authority', {}, 'skifteretten', 'unknown-event'],
  ])('with %s is not read', async (_, change, authority, code) => {
    const error = await errorOf(inbox.report(authority, { ...event, ...change } as Json));
    expect(error.code).toBe(code);
    expect(JSON.stringify([error.message, error.fields])).not.toContain(MOTHER);
  });
});
