import { compileJourney, type JourneyFiles, readJourney } from '#journey';
import { soundDefinition } from '#workshop';
import { memoryCatalogue } from '../../../journey/test/memory-catalogue.js';
import { Definitions } from '../definitions.js';
import { JourneyRuntime } from '../journey-runtime.js';
import { ManualClock, MemoryAlerts, MemoryAnnouncer, MemoryDoorbell, MemoryStores } from '../memory/index.js';
import { OverviewReader } from './overview-reader.js';

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
      id: 'office.moved',
      data: { type: 'object', properties: { child: { ...person, 'x-correlates': true } } },
    },
  ],
);

/** A benefit is granted for a child; then the parent is asked one thing more. It listens to nothing. */
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
        onDone: reading
        onError: over
        skipped: over
        noAnswer: { after: P8W, target: over }
    reading:
      meta: { task: { role: applicant, form: reading, due: P30D, overdue: over } }
      on: { read: over }
    over: { type: final }
`,
  'texts/da.yaml': 'title: Ydelse\noffers: { bereaved: { title: Ydelse, body: Du kan få hjælp. } }\n',
  'texts/en.yaml': 'title: Benefit\noffers: { bereaved: { title: Benefit, body: You can get help. } }\n',
  'forms/naming.yaml':
    'type: object\nrequired: [child]\nproperties: { child: { type: string, format: cpr } }\n',
  'forms/reading.yaml': 'type: object\nproperties: {}\n',
};

const compiled = (() => {
  const { definitions, diagnostics } = readJourney(FILES);
  if (!definitions[0]) throw new Error(JSON.stringify(diagnostics));
  return compileJourney(soundDefinition(definitions[0], catalogue));
})();

/** Anna has been granted a benefit for Ida. */
async function granted() {
  const stores = new MemoryStores();
  const { pauses: _pauses, ...kept } = stores;
  const clock = new ManualClock(Date.parse('2025-03-03T09:00:00Z'));
  const { id, hash, effective } = compiled.definition;
  await stores.definitions.publish({ id, hash, effective, sources: FILES });
  const definitions = new Definitions(stores.definitions, () => compiled);
  const parts = { ...kept, definitions, calendar: clock, wall: clock };
  const runtime = new JourneyRuntime({
    ...parts,
    doorbell: new MemoryDoorbell(),
    announcer: new MemoryAnnouncer(),
    alerts: new MemoryAlerts(),
  });
  const { record } = await runtime.start({ definition: 'grant', person: 'anna' });
  const anna = { journey: record.id, person: 'anna' };
  await runtime.submit({ ...anna, task: 'naming', event: 'submit', data: { child: 'ida' } });
  const [asked] = await stores.dispatches.ofJourney(record.id);
  const outcome = { kind: 'answered', answer: { amount: 1100 } } as const;
  await runtime.settle({ dispatch: asked!.id, outcome });
  clock.advance(1000);
  return {
    end: () => runtime.submit({ ...anna, task: 'reading', event: 'read', data: {} }),
    report: (event: string, data: Readonly<Record<string, unknown>>, name = 'r-1') =>
      runtime.report({
        authority: 'office',
        type: `office.${event}`,
        id: name,
        data: data as never,
        persons: [String(data['person'] ?? data['child'])],
        ours: ['anna', 'ida'],
      }),
    benefits: async () => {
      const { journeys } = await new OverviewReader(parts).of('anna', () => true);
      return journeys.flatMap(({ told }) => told).map(({ amount, until }) => ({ amount, until }));
    },
    offers: () => stores.journeys.pageOf('anna', { limit: 10 }, 'offered'),
    journal: () => stores.journeys.journal(record.id),
    state: async () => (await stores.journeys.load(record.id))!,
  };
}

describe('what a journey has told', () => {
  it('ends with whoever dies after the journey has ended', async () => {
    const { end, report, benefits, journal, state } = await granted();
    await end();
    expect(await benefits()).toEqual([{ amount: 1100 }]);
    const before = await state();
    await report('died', { person: 'ida', relatives: [] });
    expect(await benefits()).toEqual([]);
    expect((await journal()).at(-1)).toMatchObject({
      kind: 'late',
      subject: 'office.died',
      entered: [],
      left: [],
      seenBy: [],
    });
    expect(await state()).toEqual({ ...before, version: before.version + 1 });
  });

  it('ends with whoever dies while the journey listens to nothing of the kind', async () => {
    const { report, benefits } = await granted();
    await report('died', { person: 'ida', relatives: [] });
    expect(await benefits()).toEqual([]);
  });

  it('ends on the last day that is reported', async () => {
    const { end, report, benefits } = await granted();
    await end();
    await report('stopped', { child: 'ida', until: '2030-06-30' });
    expect(await benefits()).toEqual([{ amount: 1100, until: '2030-06-30' }]);
  });

  it('is kept as ended once, however often that is reported', async () => {
    const { end, report, journal } = await granted();
    await end();
    for (let times = 0; times < 2; times += 1) await report('died', { person: 'ida', relatives: [] });
    expect((await journal()).filter(({ kind }) => kind === 'late')).toHaveLength(1);
  });

  it('leaves no trace of a report that ends none of it', async () => {
    const { end, report, journal } = await granted();
    await end();
    const before = await journal();
    await report('moved', { child: 'ida' });
    await report('died', { person: 'anna', relatives: ['bo'] }, 'r-2');
    expect(await journal()).toEqual(before);
  });

  it('is all that is kept of the report: nobody but whose it was', async () => {
    const { end, report, journal } = await granted();
    await end();
    await report('died', { person: 'ida', relatives: ['carl', 'ida'] });
    expect((await journal()).at(-1)?.detail).toMatchObject({
      stimulus: { event: { data: { person: 'ida', relatives: ['ida'] } } },
    });
  });

  it('keeps nobody from being offered what the report is of use for', async () => {
    const { end, report, offers } = await granted();
    await end();
    await report('died', { person: 'ida', relatives: ['anna'] });
    expect(await offers()).toHaveLength(1);
  });
});
