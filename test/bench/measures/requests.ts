import { dateAt } from '#calendar';
import { randomBytes } from 'node:crypto';
import { MeasuredProcess } from '../measured-process.js';
import { inFlight } from '../reference-work.js';
import { type Servers } from '../servers.js';
import { median } from '../statistics.js';
import { type Waiting } from '../systems/requests.js';
import { type BenchSettings } from '../systems/start-bench-api.js';

/** Medians of the processor time of the API's process for one request, in microseconds. */
export interface Requests {
  /** `GET` of a journey, with its first task. */
  readonly reading: number;
  /** `POST` that does the task, to the journey as it stands then. */
  readonly submitting: number;
}

const AT_ONCE = 4;
/** Of this kind of day it is never too late to tell. */
const DUE_IN = 200 * 24 * 3_600_000;

/** What a citizen's requests cost an API that does nothing else: each reads their journey and does its first task. */
export async function requests(servers: Servers, journeys: number, rounds: number): Promise<Requests> {
  const settings: BenchSettings = {
    postgres: await servers.database('requests'),
    redis: servers.redis.url,
    namespace: 'requests',
    masterKey: randomBytes(32).toString('base64'),
  };
  const system = await MeasuredProcess.start('requests', settings);
  const perRequest = async (waiting: readonly Waiting[], path: string, init: RequestInit) => {
    const before = await system.tell<number>('processorTime');
    const each = { journeys: waiting.length, atOnce: AT_ONCE, steps: 1 };
    await inFlight(each, number => send(waiting[number]!, path, init));
    return ((await system.tell<number>('processorTime')) - before) / waiting.length;
  };
  const dueDate = dateAt(Date.now() + DUE_IN);
  const body = { event: 'submit', data: { dueDate, homeBirth: false, declineFirstScan: true } };
  const round = async () => {
    const waiting = await system.tell<Waiting[]>('start', { journeys });
    return {
      reading: await perRequest(waiting, '', {}),
      submitting: await perRequest(waiting, '/tasks/expecting', {
        method: 'POST',
        body: JSON.stringify(body),
      }),
    };
  };
  await round(); // what is compiled once
  const measured: Requests[] = [];
  for (let i = 0; i < rounds; i += 1) measured.push(await round());
  await system.end();
  return {
    reading: median(measured.map(({ reading }) => reading)),
    submitting: median(measured.map(({ submitting }) => submitting)),
  };
}

async function send({ url, token }: Waiting, path: string, init: RequestInit): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${url}${path}`, { ...init, headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${init.method ?? 'GET'} gave ${response.status}: ${text}`);
}
