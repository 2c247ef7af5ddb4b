import { type CalendarClock, Definitions, JourneyReader, RequestError, type JourneyView } from '#runtime';
import { type CompiledJourney } from '#journey';
import { type MemoryStores } from '../../libs/runtime/src/memory/index.js';
import { type Accounts, type Reading, participantsOf } from './accounts.js';
import { requestOrigins } from './request-origins.js';

/** Where accounts are taken: stores in memory, and what is known beside them. */
export interface MemoryWorld extends Pick<Accounts, 'moment' | 'effects' | 'acknowledged' | 'earlier'> {
  readonly stores: MemoryStores;
  readonly clock: CalendarClock;
  compiledBy(hash: string): CompiledJourney;
}

/** Takes the accounts of all journeys in memory. */
export async function readMemoryAccounts(world: MemoryWorld): Promise<Accounts> {
  const { stores, clock, compiledBy, moment, effects, acknowledged, earlier } = world;
  const { journeys, dispatches, drafts, digests, tables } = stores;
  const records = [...tables.journeys.values()];
  const definitions = new Definitions(stores.definitions, ({ hash }) => compiledBy(hash));
  const reading = new JourneyReader({
    journeys,
    dispatches,
    drafts,
    definitions,
    calendar: clock,
    wall: { now: () => clock.now() },
  });
  const readings: Reading[] = [];
  for (const record of records) {
    for (const person of participantsOf(record)) readings.push(await read(reading, record.id, person));
  }
  return {
    at: clock.now(),
    moment,
    journeys: records,
    journal: tables.journal,
    dispatches: [...tables.dispatches.values()],
    timers: [...tables.timers.values()],
    messages: [...tables.messages.values()],
    effects,
    readings,
    acknowledged,
    origins: await requestOrigins(acknowledged, digests),
    definitions: new Map(records.map(({ hash }) => [hash, compiledBy(hash)])),
    earlier,
  };
}

async function read(reading: JourneyReader, journey: string, person: string): Promise<Reading> {
  const reader = { journey, person, seqOf: Number };
  try {
    const view = await reading.view(journey, person);
    return { ...reader, status: 200, etag: `"${view.version}.digest"`, document: documentOf(view) };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return { ...reader, status: 404, etag: null };
  }
}

function documentOf(view: JourneyView): NonNullable<Reading['document']> {
  const { id, hash, status, version, states, tasks, others, happened, earlierThan } = view;
  return {
    id,
    hash,
    status,
    version: String(version),
    states: states.map(path => ({ path })),
    tasks,
    others,
    happened: happened.map(({ seq }) => ({ id: String(seq) })),
    ...(earlierThan !== undefined && { earlier: String(earlierThan) }),
  };
}
