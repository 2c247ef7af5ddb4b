import { fileURLToPath } from 'node:url';
import { addPeriod, dateAt } from '#calendar';
import { openDatabase } from '#postgres';
import { type NewCalendarFeedDocument } from '../../../apps/api/src/overview/calendar/calendar-document.js';
import { until } from '../../support/index.js';
import { type Client, problem } from '../api/client.js';
import { STARTING, startSystem, type System } from '../api/system.js';
import { readCalendar } from './read-calendar.js';

const JOURNEYS = fileURLToPath(new URL('journeys', import.meta.url));
const [ANNA, BO] = ['6110851234', '6204862345'];
const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';

describe('the calendar', () => {
  const today = dateAt(Date.now());
  const day = addPeriod(today, 'P5D');
  let system: System;
  let anna: Client;

  const make = async (): Promise<NewCalendarFeedDocument> => {
    return anna.create<NewCalendarFeedDocument>('/v1/calendar');
  };
  /** As a calendar program asks, which cannot sign in. */
  const fetched = async ({ path }: NewCalendarFeedDocument) => {
    const { status, headers, text } = await system.anonymous().get(path);
    expect({ status, type: headers.get('content-type'), cache: headers.get('cache-control') }).toEqual({
      status: 200,
      type: 'text/calendar; charset=utf-8',
      cache: 'no-store',
    });
    return { text, events: readCalendar(text) };
  };

  beforeAll(async () => {
    system = await startSystem({ journeysDir: JOURNEYS });
    anna = await system.citizen(ANNA);
    const { people } = system.simulated('kommune');
    people.answer('bookPassport', ANNA, { appointment: day, place: 'Borgerservice' });
  }, STARTING);
  afterAll(() => system?.close());

  it('has the deadlines and appointments of one person, and loses what is over', async () => {
    const feed = await make();
    expect((await fetched(feed)).events).toEqual([]);
    const { id } = await anna.start('affairs');
    const [task] = (await fetched(feed)).events;
    expect(task).toMatchObject({
      UID: expect.stringMatching(/^[0-9a-f]{32}@overgang$/),
      DTSTAMP: expect.stringMatching(/^\d{8}T\d{6}Z$/),
      DTSTART: expect.stringMatching(/^\d{8}$/),
      SUMMARY: 'Sidste dag: Fortæl os om dine sager',
      TRANSP: 'TRANSPARENT',
    });
    // It is the same event however often it is fetched.
    expect((await fetched(feed)).events.map(({ UID }) => UID)).toEqual([task!['UID']]);
    const data = { partner: BO, address: ADDRESS, day: today };
    await anna.submit(id, 'telling', 'submit', data);
    const { text, events } = await until(async () => {
      const calendar = await fetched(feed);
      return calendar.events.some(({ SUMMARY }) => SUMMARY?.startsWith('Aftale')) ? calendar : undefined;
    }, 'the appointment');
    expect(events.map(({ UID }) => UID)).not.toContain(task!['UID']);
    expect(events.find(({ SUMMARY }) => SUMMARY?.startsWith('Aftale'))).toMatchObject({
      SUMMARY: expect.stringMatching(/^Aftale i sag SAG-/),
      DTSTART: day.replaceAll('-', ''),
    });
    // The day and the number of the case are all that leaves us.
    for (const hidden of [ANNA, BO, 'Borgerservice', 'Boligstøtte', 'Pas', id])
      expect(text).not.toContain(hidden);

    expect((await anna.put('/v1/settings', { language: 'en' })).status).toBe(200);
    expect((await fetched(feed)).text).toContain('Appointment in case');
    expect((await anna.post(`/v1/journeys/${id}/cancellation`)).status).toBe(200);
    await until(async () => (await fetched(feed)).events.length === 0, 'the events to vanish');
  });

  it('has one address, which ends when there is another and when it is withdrawn', async () => {
    const first = await make();
    const second = await make();
    expect(first.path).not.toBe(second.path);
    problem(await system.anonymous().get(first.path), 404, 'unknown-calendar');
    await fetched(second);
    expect((await anna.get('/v1/calendar')).body).toEqual({ made: true, since: second.since });
    const bo = await system.citizen(BO);
    expect((await bo.get('/v1/calendar')).body).toEqual({ made: false });
    expect((await bo.send('DELETE', '/v1/calendar')).status).toBe(204);
    await fetched(second);
    expect((await anna.send('DELETE', '/v1/calendar')).status).toBe(204);
    problem(await system.anonymous().get(second.path), 404, 'unknown-calendar');
    problem(await system.anonymous().get('/v1/calendar/none/calendar.ics'), 404, 'unknown-calendar');
    expect((await anna.get('/v1/calendar')).body).toEqual({ made: false });
  });

  it('tells nobody what is secret: no log, and no table', async () => {
    const feed = await make();
    await fetched(feed);
    await until(
      () => system.log.some(line => line.includes('/v1/calendar/:secret/calendar.ics')),
      'the request to be logged',
    );
    expect(system.log.filter(line => line.includes(feed.secret))).toEqual([]);
    const database = openDatabase({ url: system.databaseUrl, connections: 1 });
    const rows = await database.kysely.selectFrom('calendar_feed').selectAll().execute();
    await database.close();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(feed.secret);
    expect(rows.every(row => row.secret_hash.length === 32)).toBe(true);
  });
});
