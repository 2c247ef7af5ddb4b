import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authoritySecret, SIGNATURE_HEADER, TIMESTAMP_HEADER, verifySignature } from '#authorities';
import { type JsonObject } from '#statechart';
import { ManualClock } from '../../../libs/runtime/src/memory/index.js';
import { Population } from '../src/population/population.js';
import { type ReceivedMessage } from './receiver.js';
import { Running, SECRET, TODAY } from './running.js';

const MOVE = { date: '2026-05-15' };
const MOVED = '/v1/callbacks/';

function keysOf(messages: readonly ReceivedMessage[]): readonly string[] {
  return messages.map(({ path }) => path.replace(MOVED, ''));
}

describe('what authorities send by themselves', () => {
  let running: Running;
  beforeEach(async () => {
    running = await Running.start();
  });
  afterEach(() => running.stop());

  const callbackOf = async (key: string) =>
    (await running.ledger('cpr')).find(entry => entry['key'] === key)?.['callback'];
  const until = async (condition: () => Promise<boolean>) => {
    while (!(await condition())) await new Promise(resolve => setTimeout(resolve, 5));
  };

  it('is signed over path, time and body', async () => {
    expect((await running.call('cpr.registerMove', 'signed', MOVE)).status).toBe(202);
    const [message] = await running.receiver.atLeast(1);
    const { path, body, headers } = message as ReceivedMessage;
    expect(path).toBe('/v1/callbacks/signed');
    expect(headers['overgang-authority']).toBe('cpr');
    const given = {
      timestamp: headers[TIMESTAMP_HEADER] as string,
      signature: headers[SIGNATURE_HEADER] as string,
    };
    const now = Date.parse(`${TODAY}T10:00:00Z`);
    const secret = authoritySecret(SECRET, 'cpr');
    expect(verifySignature(secret, { path, body }, given, now)).toEqual({ valid: true });
    expect(verifySignature(secret, { path, body: `${body} ` }, given, now)).toMatchObject({ valid: false });
    expect(JSON.parse(body)).toMatchObject({ outcome: 'answered', answer: { movedOn: '2026-05-15' } });
  });

  it('is sent again until somebody takes it', async () => {
    running.receiver.statuses.push(503, 401, 500);
    await running.call('cpr.registerMove', 'again', MOVE);
    expect(keysOf(await running.receiver.atLeast(4))).toEqual(['again', 'again', 'again', 'again']);
    await until(async () => (await callbackOf('again')) === 'acknowledged');
  });

  it.each([404, 409, 410, 422])('is not sent again after %d', async status => {
    running.receiver.statuses.push(status);
    await running.call('cpr.registerMove', 'final', MOVE);
    await until(async () => (await callbackOf('final')) === 'rejected');
    expect(running.receiver.received).toHaveLength(1);
  });

  it('is held until it is released', async () => {
    await running.send('PUT', '/cpr/knobs', { hold: true });
    await running.call('cpr.registerMove', 'held-1', MOVE);
    await running.call('cpr.registerMove', 'held-2', MOVE);
    expect(await callbackOf('held-1')).toBe('held');
    expect(await running.send('POST', '/cpr/callbacks/release', { key: 'held-2' })).toMatchObject({
      body: { released: 1 },
    });
    expect(keysOf(await running.receiver.atLeast(1))).toEqual(['held-2']);
    expect(await running.send('POST', '/cpr/callbacks/release')).toMatchObject({ body: { released: 1 } });
    expect(keysOf(await running.receiver.atLeast(2))).toEqual(['held-2', 'held-1']);
  });

  it('answers the next requests as scripted, and then as usual', async () => {
    const script = (replies: readonly JsonObject[], operation = 'protectAddress') =>
      running.send('PUT', `/cpr/services/${operation}/replies`, { replies });
    const answer = { protectedUntil: '2031-01-01' };
    expect(await script([{ refuse: 'nonsense' }])).toMatchObject({ status: 422 });
    expect(await script([{ answer: { protectedUntil: 5 } }])).toMatchObject({ status: 422 });
    expect(await script([{ after: 'soon' }])).toMatchObject({ status: 422 });
    expect(await script([{ answer }, { answer, hold: true }, {}, { after: 0 }])).toMatchObject({
      status: 204,
    });
    const call = (key: string) => running.call('cpr.protectAddress', key);
    expect(await call('at-once')).toMatchObject({ status: 200, body: answer });
    expect(await call('held')).toMatchObject({ status: 202 });
    expect(await call('usual')).toMatchObject({ status: 200 });
    expect(await call('later')).toMatchObject({ status: 202 });
    expect(await call('usual-again')).toMatchObject({ status: 200 });
    expect(keysOf(await running.receiver.atLeast(1))).toEqual(['later']);
    const input = { person: '6204862345', children: [] };
    await script([{ input, answer: { protectedUntil: '2040-01-01' } }, { answer }]);
    expect(await call('the-second')).toMatchObject({ status: 200, body: answer });
    await running.send('POST', '/cpr/callbacks/release', { key: 'held' });
    const [, held] = await running.receiver.atLeast(2);
    expect(JSON.parse(held?.body ?? '')).toEqual({ outcome: 'answered', answer });
    await script([{ refuse: 'unknownAddress', after: 0 }], 'registerMove');
    await running.call('cpr.registerMove', 'refused', MOVE);
    const [, , refused] = await running.receiver.atLeast(3);
    expect(JSON.parse(refused?.body ?? '')).toMatchObject({ refusal: { code: 'unknownAddress' } });
  });

  it('comes twice when told to, also from a service that answers at once', async () => {
    await running.send('PUT', '/cpr/knobs', { duplicate: true });
    await running.call('cpr.registerMove', 'twice', MOVE);
    const [one, two] = await running.receiver.atLeast(2);
    expect(two?.body).toBe(one?.body);
    expect((await running.call('cpr.protectAddress', 'both-ways')).status).toBe(200);
    expect(keysOf(await running.receiver.atLeast(3))).toContain('both-ways');
  });

  it('comes out of order when told to', async () => {
    await running.send('PUT', '/cpr/knobs', { outOfOrder: true });
    await running.call('cpr.registerMove', 'first', MOVE);
    await running.call('cpr.registerMove', 'second', MOVE);
    expect(keysOf(await running.receiver.atLeast(2))).toEqual(['second', 'first']);
    await running.call('cpr.registerMove', 'alone', MOVE);
    expect(keysOf(await running.receiver.atLeast(3))).toContain('alone');
  });

  it('refuses in the callback, or at once when told to', async () => {
    await running.send('PUT', '/cpr/knobs', { refuse: { code: 'unknownAddress', times: 1 } });
    expect((await running.call('cpr.registerMove', 'refused', MOVE)).status).toBe(202);
    const [message] = await running.receiver.atLeast(1);
    expect(JSON.parse(message?.body ?? '')).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'unknownAddress' },
    });
    await running.send('PUT', '/cpr/knobs', { refuse: { code: 'unknownAddress', immediately: true } });
    expect(await running.call('cpr.registerMove', 'at-once', MOVE)).toMatchObject({
      status: 422,
      body: { code: 'unknownAddress' },
    });
  });

  it('reports register events as CloudEvents', async () => {
    const data = {
      child: '7503921236',
      mother: '6110851234',
      born: TODAY,
      children: 1,
      parish: 'Risskov Sogn',
      municipality: '0751',
    };
    const { status, body } = await running.send('POST', '/cpr/events/birthRegistered', data);
    expect(status).toBe(202);
    const [message] = await running.receiver.atLeast(1);
    expect(message).toMatchObject({ path: '/v1/events' });
    expect(message?.headers['content-type']).toBe('application/cloudevents+json');
    const event = JSON.parse(message?.body ?? '') as JsonObject;
    expect(event).toMatchObject({ specversion: '1.0', id: body['id'], type: 'cpr.birthRegistered', data });
    expect(event).not.toHaveProperty('subject');
    expect(await running.send('POST', '/cpr/events/birthRegistered', { child: 5 })).toMatchObject({
      status: 422,
    });
    expect(await running.send('POST', '/cpr/events/wedding', {})).toMatchObject({ status: 404 });
  });
});

describe('what a register reports because a day has come', () => {
  it('comes on the morning of a 15th and 18th birthday, and half a year before the pension', async () => {
    const calendar = new ManualClock(Date.parse('2028-01-02T10:00:00Z'));
    const running = await Running.start({ clocks: { calendar }, population: Population.load() });
    const { agenda } = running.authorities.simulations;
    // Born on 3 January 2013.
    expect(agenda.next()).toBe(Date.parse('2028-01-03T07:00:00Z'));
    expect(agenda.takeNext()).toBe(false);
    calendar.advance(86_400_000);
    expect(agenda.takeNext()).toBe(true);
    const [report] = await running.receiver.atLeast(1);
    expect(JSON.parse(report!.body)).toMatchObject({
      type: 'cpr.birthdayReached',
      id: expect.stringMatching(/^birthday-\w+-15$/),
      data: { age: 15, on: '2028-01-03' },
    });
    // Born on 7 August 1967: 69 years in 2036.
    calendar.advance(Date.parse('2036-02-07T12:00:00Z') - calendar.now());
    let sent = 1;
    while (agenda.takeNext()) sent += 1;
    const reports = await running.receiver.atLeast(sent);
    expect(reports.map(({ body }) => JSON.parse(body) as JsonObject)).toContainEqual(
      expect.objectContaining({
        type: 'udbetalingDanmark.pensionAgeNear',
        data: expect.objectContaining({ pensionAge: 69, reachedOn: '2036-08-07', payableFrom: '2036-09-01' }),
      }),
    );
    await running.stop();
  });
});

describe('an answer that is due later', () => {
  it('is given once calendar time is there, and not because wall time has passed', async () => {
    const calendar = new ManualClock(Date.parse(`${TODAY}T10:00:00Z`));
    const running = await Running.start({ clocks: { calendar } });
    const { agenda } = running.authorities.simulations;
    await running.send('PUT', '/cpr/knobs', { callbackAfter: 'P3W' });
    await running.call('cpr.registerMove', 'in-three-weeks', MOVE);
    await running.send('PUT', '/cpr/knobs', { callbackAfter: 'P1D' });
    await running.call('cpr.registerMove', 'tomorrow', MOVE);
    expect(agenda.next()).toBe(Date.parse('2026-05-05T10:00:00Z'));
    expect(agenda.takeNext()).toBe(false);
    calendar.advance(21 * 86_400_000);
    expect([1, 2, 3].map(() => agenda.takeNext())).toEqual([true, true, false]);
    expect(keysOf(await running.receiver.atLeast(2)).toSorted()).toEqual(['in-three-weeks', 'tomorrow']);
    await running.stop();
  });

  it('is a decision of the day on which it is given, however long that takes', async () => {
    const calendar = new ManualClock(Date.parse(`${TODAY}T10:00:00Z`));
    const running = await Running.start({ clocks: { calendar } });
    await running.send('PUT', '/udbetalingDanmark/knobs', { callbackAfter: 'P3W' });
    await running.call('udbetalingDanmark.applyStatePension', 'in-three-weeks', { from: '2026-06-01' });
    calendar.advance(21 * 86_400_000);
    running.authorities.simulations.agenda.takeNext();
    const [answered] = await running.receiver.atLeast(1);
    expect(JSON.parse(answered?.body ?? '')).toMatchObject({
      answer: { from: '2026-06-01', decidedOn: '2026-05-25' },
    });
    await running.stop();
  });

  it('is asked for as milliseconds or a period', async () => {
    const running = await Running.start();
    for (const callbackAfter of [-1, 1.5, '3 weeks', 'P-1D']) {
      expect(await running.send('PUT', '/cpr/knobs', { callbackAfter })).toMatchObject({ status: 422 });
    }
    await running.stop();
  });
});

describe('a ledger in a file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('survives: keys stay known, and callbacks that are due are made', async () => {
    const ledgerFile = join(folder, 'ledger.jsonl');
    const before = await Running.start({ ledgerFile, callbackBaseUrl: () => undefined });
    await before.call('cpr.registerMove', 'over-restart', MOVE);
    const tax = await before.call('skat.updatePreliminaryTax', 'tax');
    await before.stop();

    const after = await Running.start({ ledgerFile });
    expect(keysOf(await after.receiver.atLeast(1))).toEqual(['over-restart']);
    expect(await after.call('skat.updatePreliminaryTax', 'tax')).toMatchObject({
      status: 200,
      body: tax.body,
    });
    expect((await after.ledger('skat')).map(({ kind }) => kind)).toEqual(['effect', 'duplicate']);
    await after.stop();
  });
});
