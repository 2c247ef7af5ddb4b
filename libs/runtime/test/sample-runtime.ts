import { fileURLToPath } from 'node:url';
import {
  type CompiledJourney,
  compileJourney,
  readJourney,
  readJourneyFolder,
  type ServiceCatalogue,
} from '#journey';
import { type Json } from '#statechart';
import { soundDefinition } from '#workshop';
import { sampleCatalogue } from '../../journey/test/sample-catalogue.js';
import { Definitions } from '../src/definitions.js';
import { JourneyReader } from '../src/journey-reader.js';
import { JourneyRuntime } from '../src/journey-runtime.js';
import { type RuntimeParts } from '../src/runtime-parts.js';
import {
  ManualClock,
  MemoryAlerts,
  MemoryAnnouncer,
  MemoryDoorbell,
  MemoryStores,
} from '../src/memory/index.js';

const files = await readJourneyFolder(fileURLToPath(new URL('../../journey/test/moving/', import.meta.url)));

/**
 * Stores, a clock and runtimes on them, in which the sample journey `moving` is published.
 *
 * @param change makes it fail, until `mend` is called
 * @param ahead milliseconds by which calendar time is ahead of `clock`, which tells wall time
 * @param catalogue what its messages are delivered by, if it has Digital Post
 */
export async function sampleWorld(change?: (main: string) => string, ahead = 0, catalogue = sampleCatalogue) {
  const stores = new MemoryStores();
  const clock = new ManualClock(Date.parse('2025-03-01T09:00:00Z'));
  const calendar = { now: () => clock.now() + ahead };
  const doorbell = new MemoryDoorbell();
  const alerts = new MemoryAlerts();
  const announcer = new MemoryAnnouncer();
  const asWritten = compiled(main => main, catalogue);
  let journey = change ? compiled(change, catalogue) : asWritten;
  const { id, hash, effective } = journey.definition;
  await stores.definitions.publish({ id, hash, effective, sources: files });

  const definitions = () => new Definitions(stores.definitions, () => journey);
  const readerOn = (on: Pick<RuntimeParts, 'journeys' | 'dispatches' | 'drafts'>, of = definitions()) =>
    new JourneyReader({ ...on, definitions: of, calendar, wall: clock });
  /** One process's runtime: several share the stores, each with a cache of its own. */
  const runtime = (
    on: Pick<RuntimeParts, 'journeys' | 'dispatches' | 'drafts'> &
      Partial<Pick<RuntimeParts, 'digests'>> = stores,
  ) =>
    new JourneyRuntime({
      definitions: definitions(),
      catalogue,
      journeys: on.journeys,
      dispatches: on.dispatches,
      documents: stores.documents,
      drafts: on.drafts,
      messages: stores.messages,
      overviews: stores.overviews,
      mandates: stores.mandates,
      assistances: stores.assistances,
      digests: on.digests ?? stores.digests,
      doorbell,
      announcer,
      alerts,
      calendar,
      wall: clock,
    });
  return {
    stores,
    clock,
    doorbell,
    alerts,
    runtime,
    reader: readerOn(stores),
    readerOn,
    /** The journey as it runs now. */
    compiled: () => journey,
    mend: () => void (journey = asWritten),
  };
}

export type SampleWorld = Awaited<ReturnType<typeof sampleWorld>>;

/** What one declares about a move, alone. */
export const MOVE = { date: '2025-03-10', address: { street: 'Strandvejen 1', postcode: '8000' } };

/** Somebody starts the sample journey, and declares the move. */
export async function declareMove(
  runtime: JourneyRuntime,
  person = 'anna',
  data: Json = MOVE,
): Promise<{ readonly journey: string; readonly person: string }> {
  const { record } = await runtime.start({ definition: 'moving', person });
  const of = { journey: record.id, person };
  await runtime.submit({ ...of, task: 'declareMove', event: 'submit', data });
  return of;
}

/** A change by which its machine fails when somebody applies for the benefit with an income of 5. */
export function unsound(main: string): string {
  return main.replace("'= benefit.?rooms'", "'= 12 / (benefit.monthlyIncome - 5)'");
}

function compiled(change: (main: string) => string, catalogue: ServiceCatalogue): CompiledJourney {
  const main = change(files['2025-01-01.yaml'] ?? '');
  const [definition] = readJourney({ ...files, '2025-01-01.yaml': main }).definitions;
  if (!definition) throw new Error('the sample journey cannot be read');
  return compileJourney(soundDefinition(definition, catalogue));
}
