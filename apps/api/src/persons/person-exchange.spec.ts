import { ManualClock } from '../../../../libs/runtime/src/memory/manual-clock.js';
import { MemoryPersonVault } from '../../../../libs/runtime/src/memory/memory-person-vault.js';
import { type TaskForm, type PersonVault } from '#runtime';
import { type Json } from '#statechart';
import { fieldOf, HIDDEN_PERSONS } from '../../../../libs/schema/test/hidden-persons.js';
import { PersonExchange } from './person-exchange.js';
import { personHandle } from './person-handle.js';

const schema = {
  properties: {
    partner: { type: 'string', format: 'cpr' },
    children: { type: 'array', items: { type: 'string', format: 'cpr' } },
  },
};
const scope = { journey: 'j', task: 'declareMove', viewer: 'anna' };
const numbers = (count: number) =>
  Array.from({ length: count }, (_, index) => `010190${String(index).padStart(4, '0')}`);

/** A form that is content, a vault that counts, and what `idsIn` makes of data. */
function world(prefill: { readonly [field: string]: Json } = {}, faults: TaskForm['errors'] = () => []) {
  const memory = new MemoryPersonVault();
  const asked: (readonly string[])[] = [];
  const vault: PersonVault = {
    personOf: cpr => memory.personOf(cpr),
    cprOf: person => memory.cprOf(person),
    find: cpr => memory.find(cpr),
    personsOf: cprs => {
      asked.push(cprs);
      return memory.personsOf(cprs);
    },
  };
  const exchange = new PersonExchange(vault, new ManualClock(Date.parse('2026-11-29T12:00:00Z')));
  const form: TaskForm = { schema, errors: faults, offered: () => [prefill] };
  return { asked, vault, exchange, idsIn: (data: Json) => exchange.idsIn(data, form, scope) };
}

it('asks the vault once for all numbers, each once, however they are written', async () => {
  const { idsIn, asked, vault } = world();
  const [first = '', second = ''] = numbers(2);
  const data = await idsIn({ partner: `${first.slice(0, 6)}-${first.slice(6)}`, children: [first, second] });
  const [one, two] = [await vault.personOf(first), await vault.personOf(second)];
  expect(data).toEqual({ partner: one, children: [one, two] });
  expect(asked).toEqual([[first, second]]);
});

it('asks the vault nothing in a dry run, and keeps those whom the task offers', async () => {
  const { exchange, asked, vault } = world({ partner: 'bo' });
  const [number = ''] = numbers(1);
  const form: TaskForm = { schema, errors: () => [], offered: () => [{ partner: 'bo' }] };
  const handle = personHandle(scope, 'bo');
  const data = exchange.standInsIn({ partner: handle, children: [number] }, form, scope);
  expect(data).toEqual({ partner: 'bo', children: [expect.stringMatching(/^named-\d+$/)] });
  expect(asked).toEqual([]);
  expect(await vault.find(number)).toBeUndefined();
});

it.each<[string, Json, string]>([
  ['a person id', { partner: '7b3406ed-07f1-46a2-ad60-14d85a7cc321' }, '/partner cpr'],
  ['a handle nobody was given', { children: ['~cM3nU0vKkYp1n5rXlqFq4A'] }, '/children/0 cpr'],
  ['half a number', { partner: '010190' }, '/partner cpr'],
  ['more persons than a request may name', { children: numbers(101) }, ' tooLarge'],
])('refuses %s, and asks the vault nothing', async (_what, data, fault) => {
  const { idsIn, asked } = world();
  const refused = await idsIn(data).catch((error: unknown) => error);
  const { fields } = refused as { fields: { path: string; code: string }[] };
  expect(fields.map(({ path, code }) => `${path} ${code}`)).toEqual([fault]);
  expect(asked).toEqual([]);
});

it('holds the rest against the form before it asks the vault, without a number in sight', async () => {
  const seen: Json[] = [];
  const [number = ''] = numbers(1);
  const { idsIn, asked } = world({}, data => {
    seen.push(data);
    return [{ path: '/wings', code: 'unevaluatedProperties', message: 'is not asked for' }];
  });
  await expect(idsIn({ partner: number, children: [number], wings: 2 })).rejects.toMatchObject({
    code: 'invalid',
    fields: [{ path: '/wings' }],
  });
  const [{ partner, children }] = seen as unknown as [{ partner: string; children: string[] }];
  expect(partner).not.toContain(number);
  expect(children).toEqual([partner]);
  expect(asked).toEqual([]);
});

it('gives handles for whom the journey has filled in, and takes them from the same reader for the same task', async () => {
  const bo = await world().vault.personOf('6204862345');
  const { exchange, idsIn, vault } = world({ partner: bo });
  const known = await vault.personOf('6912191238');
  const other = await vault.personOf('0303850123');
  const naming = {
    language: 'da' as const,
    nameOf: (person: string) => (person === known ? 'Ida Holm' : undefined),
  };
  const data = { partner: bo, children: [known, known, other] };
  const shown = await exchange.shown(schema, data, scope, naming);
  const { partner, children } = shown.data as { partner: string; children: string[] };
  expect(children[0]).toBe(children[1]);
  expect(shown.persons).toEqual([
    { value: partner, label: 'En person, som vi ikke kender længere' },
    { value: children[0], label: 'Ida Holm, født 9. december 2019' },
    { value: children[2], label: 'Person født 3. marts 1985' },
  ]);
  expect(await idsIn({ partner })).toEqual({ partner: bo });
  await expect(idsIn({ children: [children[0]!] })).rejects.toMatchObject({ code: 'invalid' });
  const elsewhere = await exchange.shown(schema, { partner: bo }, { ...scope, viewer: 'eve' }, naming);
  await expect(idsIn(elsewhere.data)).rejects.toMatchObject({ code: 'invalid' });
});

const naming = { language: 'da' as const, nameOf: () => undefined };

it.each(HIDDEN_PERSONS)('takes a number for a person under $keyword', async ({ schema: hidden, data }) => {
  const { exchange, vault } = world();
  const [number = ''] = numbers(1);
  const form: TaskForm = { schema: fieldOf(hidden), errors: () => [], offered: () => [] };
  const person = await vault.personOf(number);
  expect(await exchange.idsIn({ hidden: data(number) }, form, scope)).toEqual({ hidden: data(person) });
  const { data: offered } = await exchange.shown(form.schema, { hidden: data(person) }, scope, naming);
  expect(JSON.stringify(offered)).not.toContain(person);
});
