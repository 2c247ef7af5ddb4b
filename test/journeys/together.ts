import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Catalogue } from '#authorities';
import {
  type CompiledJourney,
  compileJourney,
  journeyIds,
  otherJourneys,
  readJourney,
  readJourneyFolder,
  withJourneys,
} from '#journey';
import { storedDefinition } from '#publishing';
import { Definitions, JourneyRuntime, Mandates, OfferReader } from '#runtime';
import { soundDefinition } from '#workshop';
import {
  ManualClock,
  MemoryAlerts,
  MemoryAnnouncer,
  MemoryDoorbell,
  MemoryStores,
} from '../../libs/runtime/src/memory/index.js';

const ROOT = fileURLToPath(new URL('../../journeys/', import.meta.url));
export const NOW = Date.parse('2025-03-03T09:00:00Z');

/** What CPR says of Anna. */
export const ANNA = {
  person: 'anna',
  fullName: 'Anna Holm',
  born: '1990-01-01',
  alive: true,
  address: 'a-1',
  addressText: 'Nørregade 12, 5000 Odense C',
  municipality: '0461',
  movedIn: '2019-06-01',
  protectedAddress: false,
};

/** What CPR reports when her child is born. */
export const BIRTH = {
  child: 'ida',
  mother: 'anna',
  born: '2025-02-28',
  children: 1,
  parish: 'Risskov',
  municipality: '0751',
};

/** The ids of all journeys that there are. */
export function everyJourney(): Promise<readonly string[]> {
  return journeyIds(ROOT);
}

/** Journeys that may meet each other, and those that they start among them. */
export async function journeysTogether(ids: readonly string[]) {
  const folders = await Promise.all(ids.map(id => readJourneyFolder(join(ROOT, id))));
  const read = folders.flatMap(files => readJourney(files).definitions);
  const catalogue = withJourneys(Catalogue.load(), otherJourneys(read));
  const compiled = new Map(
    read.map(definition => [definition.hash, compileJourney(soundDefinition(definition, catalogue))]),
  );
  const journeyOf = (id: string): CompiledJourney =>
    [...compiled.values()].find(({ definition }) => definition.id === id)!;

  /** One process with these journeys, and a register that reports. */
  async function world(now = NOW) {
    const stores = new MemoryStores();
    const { pauses: _pauses, ...kept } = stores;
    const clock = new ManualClock(now);
    for (const { definition } of compiled.values())
      await stores.definitions.publish(storedDefinition(definition));
    const definitions = new Definitions(stores.definitions, ({ hash }) => compiled.get(hash)!);
    const runtime = new JourneyRuntime({
      ...kept,
      definitions,
      catalogue,
      doorbell: new MemoryDoorbell(),
      announcer: new MemoryAnnouncer(),
      alerts: new MemoryAlerts(),
      calendar: clock,
      wall: clock,
    });
    const offers = new OfferReader({ ...stores, definitions });
    const mandates = new Mandates({
      ...stores,
      definitions,
      catalogue,
      calendar: clock,
      announcer: new MemoryAnnouncer(),
    });
    let reports = 0;
    return {
      stores,
      runtime,
      mandates,
      clock,
      /** What a person does in a journey, and what authorities answer in it. */
      walk: (journey: string, person: string) => {
        const asked = () => stores.dispatches.ofJourney(journey);
        return {
          asked,
          answer: async (service: string, data: object) => {
            const open = (await asked()).find(each => each.service === service && each.status === 'pending');
            const outcome = { kind: 'answered', answer: data as never } as const;
            expect(await runtime.settle({ dispatch: open!.id, outcome })).toBe('settled');
          },
          /** Everything that is asked is answered: as said here, else by the example of its contract. */
          answerAll: async (own: Readonly<Record<string, object>> = {}) => {
            const pending = async () => (await asked()).filter(({ status }) => status === 'pending');
            for (let open = await pending(); open.length > 0; open = await pending()) {
              for (const { id, service } of open) {
                const value = own[service] ?? catalogue.service(service)?.example?.answer;
                await runtime.settle({ dispatch: id, outcome: { kind: 'answered', answer: value as never } });
              }
            }
          },
          submit: (task: string, event: string, data: object) =>
            runtime.submit({ journey, person, task, event, data: data as never }),
        };
      },
      start: async (definition: string, person: string) =>
        (await runtime.start({ definition, person })).record,
      report: (type: string, data: object, persons: readonly string[]) =>
        runtime.report({
          authority: type.split('.')[0]!,
          type,
          id: `r-${(reports += 1)}`,
          data: data as never,
          persons,
        }),
      offered: async (person: string) =>
        (await offers.page(person, { limit: 10 })).map(({ record, offer }) => ({
          journey: record.definition,
          given: offer.given,
        })),
    };
  }

  return { journeyOf, world };
}
