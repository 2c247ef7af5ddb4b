import { fileURLToPath } from 'node:url';
import { type Page } from '../../../apps/api/src/paging/page.js';
import { type JourneyDocument } from '../../../apps/api/src/citizen/journey-document.js';
import { type TaskDocument } from '../../../apps/api/src/citizen/task-document.js';
import { rowsFrom, until } from '../../support/index.js';
import { type Client, problem } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

const ANNA = '6110851234';
const BO = '6204862345';
const IDA = '6912191238';
const EVA = '7105903456';
const JOURNEYS = fileURLToPath(new URL('../../../journeys', import.meta.url));

/** Soundly formed numbers that nobody has used yet. */
function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `61019${String(index).padStart(5, '0')}`);
}

describe('persons at the edge', () => {
  let system: System;
  let anna: Client;
  let eva: Client;
  let date: string;

  beforeAll(async () => {
    system = await startSystem({ journeysDir: JOURNEYS });
    [anna, eva] = await Promise.all([system.citizen(ANNA), system.citizen(EVA)]);
    date = system.day();
  }, STARTING);

  afterAll(() => system?.close());

  /** A journey `moving` whose applicant is asked where they move. */
  async function atDeclareMove(client: Client): Promise<{ id: string; task: TaskDocument }> {
    const { id } = await client.start('moving');
    const journey = await client.reaches(id, 'declareMove');
    return { id, task: journey.tasks[0]! };
  }

  const address = 'Strandvejen 8, 1. th., 8240 Risskov';
  const move = (more: object): object => ({ address, date, tenure: 'tenant', children: [], ...more });
  const taskOf = (id: string, task = 'declareMove'): string => `/v1/journeys/${id}/tasks/${task}`;
  const persons = async (): Promise<number> =>
    Number((await rowsFrom<{ count: string }>(system.databaseUrl, 'select count(*) from person'))[0]!.count);

  it('never turns a person id that somebody typed into a number', async () => {
    const bo = await system.assembly.stores.persons.personOf(BO);
    const { id } = await atDeclareMove(eva);
    const unknown = '7b3406ed-07f1-46a2-ad60-14d85a7cc321';
    for (const typed of [bo, unknown]) {
      const data = { children: [typed], partner: typed };
      expect((await eva.put(`${taskOf(id)}/draft`, { data })).status).toBe(204);
      expect((await eva.get(`${taskOf(id)}/draft`)).body).toEqual({ data, savedAt: expect.any(String) });
      const refused = await eva.post(taskOf(id), { event: 'submit', data: move({ children: [typed] }) });
      expect(problem(refused, 422, 'invalid').errors).toMatchObject([
        { pointer: '#/data/children/0', code: 'cpr' },
      ]);
    }
  });

  it('gives handles in place of persons that the journey fills in, and takes them back', async () => {
    const { id, task } = await atDeclareMove(anna);
    const { partner, children } = task.prefill as { partner: string; children: string[] };
    expect(children.length).toBeGreaterThan(0);
    const shown = JSON.stringify(await anna.journey(id));
    for (const number of [BO, IDA]) expect(shown).not.toContain(number);
    expect(shown).not.toContain(await system.assembly.stores.persons.personOf(BO));
    expect(task.persons).toEqual(
      expect.arrayContaining([
        { value: partner, label: 'Bo Holm, born 2 April 1986' },
        { value: children[0], label: 'Ida Holm, born 9 December 2019' },
      ]),
    );
    // Hers, in this journey and for this task alone.
    const { id: other } = await atDeclareMove(anna);
    const elsewhere = await anna.post(taskOf(other), { event: 'submit', data: move({ partner }) });
    expect(problem(elsewhere, 422, 'invalid').errors).toMatchObject([
      { pointer: '#/data/partner', code: 'cpr' },
    ]);
    await anna.submit(id, 'declareMove', 'submit', move({ partner }));
    const bo = await system.citizen(BO);
    const asked = await until(async () => {
      const mine = await bo.read<Page<JourneyDocument>>('/v1/journeys');
      return mine.items.find(journey => journey.id === id);
    }, 'Bo to be asked');
    expect(asked.roles).toEqual(['partner']);
  });

  it('keeps a draft as it was typed, and nobody is added by it', async () => {
    const { id, task } = await atDeclareMove(anna);
    const { children } = task.prefill as { children: string[] };
    const before = await persons();
    const data = { partner: '620486-', children: [...children, ...numbers(10)] };
    expect((await anna.put(`${taskOf(id)}/draft`, { data })).status).toBe(204);
    expect((await anna.get(`${taskOf(id)}/draft`)).body).toEqual({ data, savedAt: expect.any(String) });
    expect(await persons()).toBe(before);
  });

  it('refuses thousands of numbers at once and adds none of them', async () => {
    const { id } = await atDeclareMove(anna);
    const before = await persons();
    const data = move({ children: numbers(4_900) });
    problem(await anna.put(`${taskOf(id)}/draft`, { data }), 422, 'invalid');
    problem(await anna.post(taskOf(id), { event: 'submit', data }), 422, 'invalid');
    expect(await persons()).toBe(before);
  });

  it('exchanges no number before role, task, event and form are known to be right', async () => {
    const { id } = await atDeclareMove(anna);
    const before = await persons();
    const [unheard = ''] = numbers(1);
    const data = move({ partner: unheard });
    problem(
      await anna.post(taskOf(id, 'consents.partner.asking.answering'), { event: 'submit', data }),
      403,
      'not-your-role',
    );
    problem(await anna.post(taskOf(id, 'nowhere'), { event: 'submit', data }), 404, 'unknown-task');
    problem(await anna.post(taskOf(id), { event: 'fly', data }), 409, 'not-offered');
    problem(await eva.post(taskOf(id), { event: 'submit', data }), 404, 'unknown-journey');
    const extra = await anna.post(taskOf(id), {
      event: 'submit',
      data: move({ partner: unheard, wings: 2 }),
    });
    expect(problem(extra, 422, 'invalid').errors).toMatchObject([{ pointer: '#/data/wings' }]);
    const { headers } = await anna.get(`/v1/journeys/${id}`);
    const other = String(headers.get('etag')).replace(/\w/, first => (first === '1' ? '2' : '1'));
    const stale = await anna.post(taskOf(id), { event: 'submit', data }, { 'if-match': other });
    expect(stale.status).toBe(412);
    expect(await persons()).toBe(before);
  });

  it('holds a draft against the fields of the form and their types', async () => {
    const { id } = await atDeclareMove(anna);
    const put = (data: object) => anna.put(`${taskOf(id)}/draft`, { data });
    expect((await put({ address: 'S', date: '2026-' })).status).toBe(204);
    expect(problem(await put({ wings: 2 }), 422, 'invalid').errors).toMatchObject([
      { pointer: '#/data/wings' },
    ]);
    expect(problem(await put({ address: 5 }), 422, 'invalid').errors).toMatchObject([
      { pointer: '#/data/address' },
    ]);
  });

  it('knows a request again by its key, even when whom it named is no longer to be chosen', async () => {
    const { id, task } = await atDeclareMove(anna);
    const { partner } = task.prefill as { partner: string };
    const send = () =>
      anna.post(taskOf(id), { event: 'submit', data: move({ partner }) }, { 'idempotency-key': 'once' });
    expect((await send()).status).toBe(200);
    expect((await send()).status).toBe(200);
  });

  it('asks CPR to move nobody whom CPR has not named as a child of the applicant', async () => {
    const { id, task } = await atDeclareMove(anna);
    const { children } = task.prefill as { children: string[] };
    const strangers = move({ children: [...children, EVA, BO] });
    const refused = await anna.post(taskOf(id), { event: 'submit', data: strangers });
    expect(problem(refused, 422, 'invalid').errors).toMatchObject([
      { pointer: '#/data/children/1', code: 'choice' },
      { pointer: '#/data/children/2', code: 'choice' },
    ]);
    const asked = await system.assembly.stores.dispatches.ofJourney(id);
    expect(asked.filter(({ authority }) => authority === 'cpr').map(({ service }) => service)).toEqual([
      'cpr.readPerson',
      'cpr.readFamily',
    ]);
    const { tasks, status } = await anna.journey(id);
    expect({ status, tasks: tasks.map(open => open.task) }).toEqual({
      status: 'active',
      tasks: ['declareMove'],
    });
    await anna.submit(id, 'declareMove', 'submit', move({ children }));
    expect((await anna.journey(id)).tasks).toEqual([]);
  });
});
