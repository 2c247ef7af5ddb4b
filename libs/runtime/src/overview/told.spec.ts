import { addPeriod, dateAt, endOfDay } from '#calendar';
import { type Json } from '#statechart';
import { memoryCatalogue } from '../../../journey/test/memory-catalogue.js';
import { sampleCatalogue } from '../../../journey/test/sample-catalogue.js';
import { declareMove, MOVE, sampleWorld } from '../../test/sample-runtime.js';
import { Definitions } from '../definitions.js';
import { OverviewReader } from './overview-reader.js';

const STATE = 'underWay.population.registering';
const REVIEW = 'underWay.population.underReview';
const DAY = 24 * 3_600_000;

const catalogue = memoryCatalogue(sampleCatalogue.services(), [
  ...sampleCatalogue.registerEvents(),
  {
    id: 'cpr.permitDecided',
    authority: 'cpr',
    tier: 'state',
    name: { da: 'CPR har afgjort det', en: 'CPR has decided it' },
    data: {
      type: 'object',
      properties: {
        person: { type: 'string', format: 'cpr', 'x-correlates': true },
        granted: { type: 'boolean' },
        grounds: { type: 'string' },
        decidedOn: { type: 'string', format: 'date' },
        decision: { type: 'string' },
        day: { type: 'string', format: 'date' },
        appealBy: { type: 'string', format: 'date' },
      },
    },
    tells: [
      {
        is: 'decision',
        result: 'granted',
        grounds: 'grounds',
        day: 'decidedOn',
        appealBy: 'appealBy',
        reference: 'decision',
      },
      { is: 'appointment', day: 'day' },
    ],
  },
]);

/** While the move of Anna and Bo is being registered, a permit is decided: no leads to a task with which Anna can appeal. */
async function moving() {
  const world = await sampleWorld(
    main =>
      main
        .replace(
          '  late:',
          "  denied: { when: '= !decided.granted' }\n  known: { when: '= decided.decision != \"lost\"' }\n  late:",
        )
        .replace(
          '                skipped: protected\n',
          `$&              on:
                cpr.permitDecided:
                  - { guard: denied, target: underReview, actions: { remember: decided } }
                  - { guard: known, actions: { remember: decided } }
                  - { description: Nobody knows of it. }
`,
        )
        .replace("prefill: { date: '= move.date' }", 'kind: may, appeals: decided'),
    0,
    catalogue,
  );
  const { stores, clock } = world;
  const runtime = world.runtime();
  const { journey } = await declareMove(runtime, 'anna', { ...MOVE, partner: 'bo' });
  const agrees = { person: 'bo', task: 'partnerConsent', event: 'agree', data: { agrees: true } };
  await runtime.submit({ journey, ...agrees });
  const reader = new OverviewReader({
    journeys: stores.journeys,
    overviews: stores.overviews,
    definitions: new Definitions(stores.definitions, () => world.compiled()),
    calendar: clock,
    wall: clock,
  });
  return {
    told: async (person: string) =>
      (await reader.of(person, () => true)).journeys.flatMap(({ told }) => told),
    decide: async (decided: Readonly<Record<string, Json>>) => {
      const said = {
        granted: true,
        grounds: 'Derfor.',
        decidedOn: '2025-02-28',
        decision: 'A-1',
        ...decided,
      };
      const request = { authority: 'cpr', type: 'cpr.permitDecided', id: JSON.stringify(decided) };
      await runtime.report({ ...request, data: { person: 'anna', ...said }, persons: ['anna', 'bo'] });
    },
    due: clock.now() + 14 * DAY,
    clock,
    today: dateAt(clock.now()),
  };
}

const decision = (over: object) => ({
  is: 'decision',
  source: 'cpr.permitDecided',
  authority: 'cpr',
  state: STATE,
  day: '2025-02-28',
  grounds: 'Derfor.',
  reference: 'A-1',
  ...over,
});

describe('what a report tells', () => {
  it('is a decision with its grounds, and how it can be appealed until when', async () => {
    const { told, decide, due } = await moving();
    await decide({ granted: false, day: '2025-04-01' });
    expect(await told('anna')).toMatchObject([decision({ granted: false, appeal: { task: REVIEW } })]);
    expect((await told('anna'))[0]!.appeal!.due! - due).toBeLessThan(DAY);
  });

  it('can be appealed until the day that the authority says, however long the task stands open', async () => {
    const { told, decide, today } = await moving();
    await decide({ granted: false, appealBy: addPeriod(today, 'P3D') });
    const due = endOfDay(addPeriod(today, 'P3D'));
    expect((await told('anna'))[0]!.appeal).toEqual({ task: REVIEW, due });
  });

  it('can no longer be appealed once that day has passed', async () => {
    const { told, decide, today, clock } = await moving();
    await decide({ granted: false, appealBy: today });
    expect(await told('anna')).toMatchObject([{ appeal: { due: endOfDay(today) } }]);
    clock.advance(endOfDay(today) - clock.now());
    expect((await told('anna'))[0]).not.toHaveProperty('appeal');
  });

  it('is whatever else it is where it is granted, and stands where it leads nowhere else', async () => {
    const { told, decide } = await moving();
    await decide({ day: '2025-04-01' });
    const all = await told('anna');
    expect(all).toMatchObject([decision({ granted: true }), { is: 'appointment', day: '2025-04-01' }]);
    expect(all[0]).not.toHaveProperty('appeal');
  });

  it('is what was told last', async () => {
    const { told, decide } = await moving();
    await decide({});
    await decide({ decision: 'A-2' });
    expect(await told('anna')).toMatchObject([decision({ reference: 'A-2' })]);
  });

  it('is theirs whom it is about', async () => {
    const { told, decide } = await moving();
    await decide({ person: 'bo', granted: false });
    expect(await told('anna')).toEqual([]);
    const [his] = await told('bo');
    expect(his).toMatchObject(decision({ granted: false }));
    expect(his).not.toHaveProperty('appeal');
  });

  it('is nothing where it meant nothing to the journey', async () => {
    const { told, decide } = await moving();
    await decide({ decision: 'lost' });
    expect(await told('anna')).toEqual([]);
  });
});
