import { type CompiledJourney, compileJourney, type JourneyFiles, readJourney } from '#journey';
import { soundDefinition } from '#workshop';
import { memoryCatalogue } from '../../journey/test/memory-catalogue.js';
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
import { OverviewReader } from '../src/overview/overview-reader.js';

const words = { da: 'Kontoret', en: 'The office' };
const person = { type: 'string', format: 'cpr' } as const;
const day = { type: 'string', format: 'date' } as const;
const about = { authority: 'office', tier: 'state', name: words } as const;

const catalogue = memoryCatalogue(
  [
    {
      ...about,
      id: 'office.grant',
      ground: { da: 'Loven', en: 'The Act', gdpr: '6(1)(e)' },
      input: { type: 'object', properties: { person, child: person }, required: ['person', 'child'] },
      answer: { type: 'object', properties: { amount: { type: 'integer' } }, required: ['amount'] },
      tells: [{ is: 'benefit', of: ['child'], amount: 'amount', every: 'month' }],
      categories: { person: 'identity', child: 'family' },
      refusals: {},
      answers: 'later',
      maximumTime: 'P1W',
      effect: 'none',
    },
  ],
  [
    {
      ...about,
      id: 'office.died',
      data: {
        type: 'object',
        properties: {
          person: { ...person, 'x-correlates': true, 'x-deceased': true },
          relatives: { type: 'array', items: person },
        },
        required: ['person', 'relatives'],
      },
    },
    {
      ...about,
      id: 'office.stopped',
      data: { type: 'object', properties: { child: { ...person, 'x-correlates': true }, until: day } },
      tells: [{ is: 'benefit', of: ['child'], period: { until: 'until' }, ends: ['office.grant'] }],
    },
    {
      ...about,
      id: 'office.alive',
      data: { type: 'object', properties: { person: { ...person, 'x-correlates': true, 'x-alive': true } } },
    },
    {
      ...about,
      id: 'office.raised',
      data: {
        type: 'object',
        properties: { child: { ...person, 'x-correlates': true }, amount: { type: 'integer' } },
        required: ['child', 'amount'],
      },
      tells: [{ is: 'benefit', of: ['child'], amount: 'amount', every: 'month' }],
    },
    {
      ...about,
      id: 'office.moved',
      data: { type: 'object', properties: { child: { ...person, 'x-correlates': true } } },
    },
  ],
);

/** A benefit is granted for a child, and may be raised; then the parent is asked one thing more. It listens to no death and no end. */
const FILES: JourneyFiles = {
  '2025-01-01.yaml': `id: grant
title: { da: Ydelse, en: Benefit }
lifeEvent: family
effective: 2025-01-01
estimatedDuration: P6W
retention: { for: P3Y, source: Forældelsesloven § 3 }
roles: { applicant: {}, child: { optional: true, passive: true } }
offers:
  bereaved: { on: office.died, to: = report.relatives, expires: P6W, source: Loven }
machine:
  initial: naming
  states:
    naming:
      meta: { task: { role: applicant, form: naming, due: P30D, overdue: over } }
      on:
        submit: { target: asking, actions: [{ remember: named }, { invite: child, person: = named.child }] }
    asking:
      invoke:
        src: office.grant
        input: { person: = applicant.cpr, child: = named.child }
        onDone: { target: reading, actions: [{ remember: grant }] }
        onError: over
        skipped: over
        noAnswer: { after: P8W, target: over }
    reading:
      meta: { task: { role: applicant, form: reading, due: P30D, overdue: over } }
      on:
        read: over
        office.raised: { actions: [{ remember: raised }] }
    over: { type: final }
`,
  'texts/da.yaml': 'title: Ydelse\noffers: { bereaved: { title: Ydelse, body: Du kan få hjælp. } }\n',
  'texts/en.yaml': 'title: Benefit\noffers: { bereaved: { title: Benefit, body: You can get help. } }\n',
  'forms/naming.yaml':
    'type: object\nrequired: [child]\nproperties: { child: { type: string, format: cpr } }\n',
  'forms/reading.yaml': 'type: object\nproperties: {}\n',
};

/** Fails on an answer of 1100, and on a raise to that. */
const BROKEN = (main: string): string =>
  main
    .replace(
      '[{ remember: grant }]',
      "[{ remember: grant }, { remember: share, value: '= 12 / (grant.amount - 1100)' }]",
    )
    .replace(
      '[{ remember: raised }]',
      "[{ remember: raised }, { remember: share, value: '= 12 / (raised.amount - 1100)' }]",
    );

/** The child takes no part. */
const ALONE = (main: string): string => main.replace(', { invite: child, person: = named.child }', '');

function compiledFrom(change: (main: string) => string): CompiledJourney {
  const { definitions, diagnostics } = readJourney({
    ...FILES,
    '2025-01-01.yaml': change(FILES['2025-01-01.yaml']!),
  });
  if (!definitions[0]) throw new Error(JSON.stringify(diagnostics));
  return compileJourney(soundDefinition(definitions[0], catalogue));
}

/** Anna has asked for a benefit for Ida, in a journey that fails on the answer until it is mended if it is `broken`. Ida takes part unless Anna is `alone`. */
export async function benefitWorld({ broken = false, alone = false } = {}) {
  const written = (main: string): string => (alone ? ALONE(main) : main);
  const asWritten = compiledFrom(written);
  let compiled = broken ? compiledFrom(main => BROKEN(written(main))) : asWritten;
  const stores = new MemoryStores();
  const { pauses: _pauses, ...kept } = stores;
  const clock = new ManualClock(Date.parse('2025-03-03T09:00:00Z'));
  const { id, hash, effective } = compiled.definition;
  await stores.definitions.publish({ id, hash, effective, sources: FILES });
  const parts = () => ({
    ...kept,
    definitions: new Definitions(stores.definitions, () => compiled),
    catalogue,
    calendar: clock,
    wall: clock,
  });
  const process = () =>
    new JourneyRuntime({
      ...parts(),
      doorbell: new MemoryDoorbell(),
      announcer: new MemoryAnnouncer(),
      alerts: new MemoryAlerts(),
    });
  let runtime = process();
  const { record } = await runtime.start({ definition: 'grant', person: 'anna' });
  const anna = { journey: record.id, person: 'anna' };
  await runtime.submit({ ...anna, task: 'naming', event: 'submit', data: { child: 'ida' } });
  const overview = () => new OverviewReader(parts()).of('anna', () => true);
  return {
    anna,
    clock,
    stores,
    grant: async (amount = 1100) => {
      const [asked] = await stores.dispatches.ofJourney(record.id);
      await runtime.settle({ dispatch: asked!.id, outcome: { kind: 'answered', answer: { amount } } });
      clock.advance(1000);
    },
    end: () => runtime.submit({ ...anna, task: 'reading', event: 'read', data: {} }),
    report: async (event: string, data: Readonly<Record<string, unknown>>, name = 'r-1') => {
      await runtime.report({
        authority: 'office',
        type: `office.${event}`,
        id: name,
        data: data as never,
        persons: [String(data['person'] ?? data['child'])],
        ours: ['anna', 'ida'],
      });
      clock.advance(1000);
    },
    /** It goes on with a program that has no fault. */
    resume: async () => {
      compiled = asWritten;
      runtime = process();
      await runtime.resume(record.id, 'ops:olga');
      clock.advance(1000);
    },
    overview,
    benefits: async () => {
      const { journeys } = await overview();
      return journeys.flatMap(({ told }) => told).map(({ amount, until }) => ({ amount, until }));
    },
    view: () => new JourneyReader(parts()).view(record.id, 'anna'),
    offers: () => stores.journeys.pageOf('anna', { limit: 10 }, 'offered'),
    journal: () => stores.journeys.journal(record.id),
    state: async () => (await stores.journeys.load(record.id))!,
  };
}
