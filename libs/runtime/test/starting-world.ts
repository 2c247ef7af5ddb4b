import { compileJourney, type JourneyFiles, readJourney } from '#journey';
import { soundDefinition } from '#workshop';
import { memoryCatalogue } from '../../journey/test/memory-catalogue.js';
import { postCatalogue } from './post-catalogue.js';
import { OfferReader } from '../src/between/offer-reader.js';
import { Definitions } from '../src/definitions.js';
import { JourneyReader } from '../src/journey-reader.js';
import { JourneyRuntime } from '../src/journey-runtime.js';
import {
  ManualClock,
  MemoryAlerts,
  MemoryAnnouncer,
  MemoryDoorbell,
  MemoryStores,
} from '../src/memory/index.js';
import { type JourneyStore } from '../src/ports.js';

const HEAD = (id: string): string => `id: ${id}
title: { da: ${id}, en: ${id} }
lifeEvent: moving
effective: 2025-01-01
estimatedDuration: P6W
retention: { for: P3Y, source: Forældelsesloven § 3 }
roles: { applicant: {} }
cancellation: { by: [applicant] }
`;

const person = { type: 'string', format: 'cpr' } as const;
const about = { authority: 'cpr', tier: 'state', name: { da: 'CPR melder', en: 'CPR reports' } } as const;

/** Digital Post, and a register that reports births and deaths. */
const catalogue = memoryCatalogue(
  postCatalogue.services(),
  [
    {
      id: 'cpr.born',
      data: { type: 'object', properties: { mother: person, on: { type: 'string', format: 'date' } } },
    },
    { id: 'cpr.died', data: { type: 'object', properties: { person: { ...person, 'x-deceased': true } } } },
  ].map(event => ({ ...about, ...event })),
);

const PARENT: JourneyFiles = {
  '2025-01-01.yaml': `${HEAD('parent')}
machine:
  initial: asked
  states:
    asked:
      meta: { task: { role: applicant, form: reply, due: P30D, overdue: notWished } }
      on:
        accept: { target: movingIn, actions: { starts: child, as: move, with: { date: = today + period("P19D") } } }
    movingIn:
      joins:
        journey: move
        ended: { done: settled, cancelled: asked, else: byHand }
        due: P90D
        overdue: byHand
    settled: { type: final }
    byHand: { type: final }
    notWished: { type: final }
`,
  'forms/reply.yaml': 'type: object\nproperties: {}\n',
};

const CHILD: JourneyFiles = {
  '2025-01-01.yaml': `${HEAD('child')}
takes: day
conditions:
  ours: { when: = birth.mother == applicant.cpr }
offers:
  born: { on: cpr.born, to: = report.mother, with: { date: = report.on }, expires: P6W }
conflicts:
  busy: { journey: parent, kind: warn }
  twins: { journey: child, kind: refuse }
machine:
  initial: asking
  states:
    asking:
      meta: { task: { role: applicant, form: day, due: P30D, overdue: over } }
      on:
        submit: { target: over }
        cpr.born: { target: over, guard: ours, actions: { remember: birth } }
    over: { type: final }
`,
  'texts/da.yaml': `title: Barn
offers: { born: { title: Tillykke, body: Vi kan hjælpe dig. } }
conflicts: { busy: Du er i gang med en anden., twins: Den er i gang. }
forms: { day: { fields: { date: { label: Dato } } } }
`,
  'texts/en.yaml': `title: Child
offers: { born: { title: Congratulations, body: We can help you. } }
conflicts: { busy: You are busy with another., twins: It is under way. }
forms: { day: { fields: { date: { label: Date } } } }
`,
  'forms/day.yaml': 'type: object\nproperties: { date: { type: string, format: date } }\n',
};

/** Thrown in place of what a process does after its death. */
class Dead extends Error {}

/** Two sample journeys, of which one starts and joins the other, and processes that run them on the same stores. */
export async function startingWorld() {
  const stores = new MemoryStores();
  const { pauses: _pauses, ...kept } = stores;
  const clock = new ManualClock(Date.parse('2025-03-01T09:00:00Z'));
  const doorbell = new MemoryDoorbell();
  const alerts = new MemoryAlerts();
  const compiled = new Map(
    [PARENT, CHILD].map(sources => {
      const { definitions, diagnostics } = readJourney(sources);
      const [definition] = definitions;
      if (!definition) throw new Error(JSON.stringify(diagnostics));
      const journey = compileJourney(soundDefinition(definition, catalogue));
      const { id, hash, effective } = definition;
      return [hash, { journey, stored: { id, hash, effective, sources } }] as const;
    }),
  );
  for (const { stored } of compiled.values()) await stores.definitions.publish(stored);
  let broken = false;
  for (const { journey } of compiled.values()) {
    if (journey.definition.id !== 'parent') continue;
    const step = journey.step.bind(journey);
    journey.step = (...args) => {
      if (broken) throw new Error('broken');
      return step(...args);
    };
  }
  const definitions = () => new Definitions(stores.definitions, ({ hash }) => compiled.get(hash)!.journey);
  const runtimeOn = (journeys: JourneyStore) =>
    new JourneyRuntime({
      ...kept,
      journeys,
      definitions: definitions(),
      catalogue,
      doorbell,
      announcer: new MemoryAnnouncer(),
      alerts,
      calendar: clock,
      wall: clock,
    });
  const runtime = runtimeOn(stores.journeys);
  const reader = new JourneyReader({ ...stores, definitions: definitions(), calendar: clock, wall: clock });
  const rows = (definition: string) =>
    [...stores.tables.journeys.values()].filter(row => row.definition === definition);
  return {
    stores,
    clock,
    runtime,
    offers: new OfferReader({ ...stores, definitions: definitions() }),
    reader,
    alerts,
    another: () => runtimeOn(stores.journeys),
    /** A process that dies at its commit of this number, having made it or not. */
    dying(commits: number) {
      let left = commits >> 1;
      const isStored = commits % 2 === 1;
      const journeys = new Proxy(stores.journeys, {
        get(store, name) {
          if (name !== 'commit') return (store[name as keyof JourneyStore] as () => unknown).bind(store);
          return async (...args: Parameters<JourneyStore['commit']>) => {
            if (left > 0) {
              left -= 1;
              return store.commit(...args);
            }
            if (isStored) await store.commit(...args);
            throw new Dead();
          };
        },
      });
      return runtimeOn(journeys);
    },
    isToldAll: () => [...stores.tables.timers.values()].every(({ seq }) => seq > 0),
    begun: () => rows('child'),
    parent: async () => rows('parent')[0]!,
    /** @returns the journey that has decided to start another, and has not yet told it */
    async accept(): Promise<string> {
      const { record } = await runtime.start({ definition: 'parent', person: 'anna' });
      await runtime.submit({ journey: record.id, person: 'anna', task: 'asked', event: 'accept', data: {} });
      return record.id;
    },
    /** What the relay finds due is done, until there is nothing. */
    async deliver(): Promise<void> {
      for (let round = 0; round < 10; round += 1) {
        const due = await stores.due.journeys(clock.now(), clock.now(), 10);
        if (due.length === 0) return;
        for (const journey of due) await runtime.wake(journey);
      }
    },
    async withdraw(definition: string): Promise<void> {
      for (const { stored } of compiled.values()) {
        if (stored.id === definition) await stores.definitions.withdraw(stored.hash, 'designer:dora', 'x');
      }
    },
    /** From now on the journey that waits fails at each step. @returns what mends it */
    breakDown(): () => void {
      broken = true;
      return () => void (broken = false);
    },
  };
}
