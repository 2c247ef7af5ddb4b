import { type JourneyStore } from '#runtime';
import { ledgerOf } from '../auditor/index.js';
import { describeWithRedis, until } from '../support/index.js';
import { withJourneyStore } from '../support/system-under-test.js';
import { dispatchesOf, everyEffectOnce, everyEffectUndoneOnce } from './audit.js';
import { startWorld, type World } from './world.js';

const PATIENCE = 300_000;
const LATER = ['cpr.registerMove', 'doctorChoice.issueHealthCard'];

describeWithRedis('answers', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    await world.workerHere();
  }, PATIENCE);

  afterAll(() => world?.close(), PATIENCE);

  /** What is written to people is delivered all the while. */
  const turn = (knobs: object): void => {
    for (const { parts } of world.authorities.simulations.all()) {
      parts.knobs.set(parts.authority.id === 'digitalPost' ? { ...knobs, hold: false } : knobs);
    }
  };
  const release = (): void => {
    for (const id of ['cpr', 'doctorChoice']) world.authorities.simulations.lateAnswers.release(id);
  };

  /** Journeys that wait for two later answers in two regions, and for nothing else. */
  const waiting = async (count: number) => {
    turn({ hold: true });
    const journeys = await world.errands(count);
    const accepted = await until(
      async () => {
        const open = (await dispatchesOf(world, journeys)).filter(({ settledAt }) => settledAt === undefined);
        const held = open.filter(({ status, service }) => status === 'accepted' && LATER.includes(service));
        const moving = (await world.assembly.stores.ops.journeys({ state: 'underWay.tax.settled' })).map(
          ({ journey }) => journey,
        );
        const settled = journeys.every(journey => moving.includes(journey));
        return settled && open.length === held.length && held.length === 2 * count ? held : undefined;
      },
      'both to be accepted',
      60,
    );
    return { journeys, accepted };
  };

  const answerOf = (service: string) => ({
    outcome: 'answered',
    answer: world.assembly.catalogue.service(service)?.example.answer,
  });

  it(
    'to two regions of a journey, decided on by two processes at the same instant, are both applied',
    async () => {
      const { journeys, accepted } = await waiting(1);
      // Both have loaded the journey before either commits: one of them must lose, load again and decide anew.
      const meeting = new Meeting(2);
      const apis = await Promise.all(
        [1, 2].map(async () => world.startApi(withJourneyStore(store => meeting.at(store)))),
      );
      const replies = await Promise.all(
        accepted.map(({ id, service }, index) => world.callBack(apis[index]!.address, id, answerOf(service))),
      );
      expect(replies).toEqual([
        { status: 200, result: 'settled' },
        { status: 200, result: 'settled' },
      ]);
      expect(meeting.conflicts).toBe(1);
      release();
      await everyEffectOnce(world, journeys);
    },
    PATIENCE,
  );

  it(
    'to two regions of many journeys, given to two processes all at once, are all applied',
    async () => {
      const [{ journeys, accepted }, { address }] = await Promise.all([
        waiting(10),
        world.startProcess('apps/api/src/main.js'),
      ]);
      const here = (await world.startApi()).address;
      const replies = await Promise.all(
        accepted.map(({ id, service }) =>
          world.callBack(service === 'cpr.registerMove' ? address : here, id, answerOf(service)),
        ),
      );
      expect(replies).toEqual(accepted.map(() => ({ status: 200, result: 'settled' })));
      release();
      await everyEffectOnce(world, journeys);
    },
    PATIENCE,
  );

  it(
    'that come twice, at once and as callbacks, out of order, or are lost on the way, are applied once',
    async () => {
      turn({ duplicate: true, outOfOrder: true });
      world.simulated('kommune').knobs.set({ loseNext: 3, failNext: 2 });
      const journeys = await world.errands(10);
      await everyEffectOnce(world, journeys);
      const entries = await Promise.all(journeys.map(journey => ledgerOf(world, journey)));
      // What was lost was asked for again, so this shows something.
      expect(entries.flat().filter(({ kind }) => kind === 'duplicate').length).toBeGreaterThanOrEqual(3);
    },
    PATIENCE,
  );

  it(
    'to what a cancelled journey no longer waits for change nothing, however often they come',
    async () => {
      const { journeys, accepted } = await waiting(3);
      turn({ duplicate: true });
      for (const journey of journeys) await world.anna.post(`/v1/journeys/${journey}/cancellation`);
      await everyEffectUndoneOnce(world, journeys);
      const before = await Promise.all(journeys.map(journey => world.assembly.stores.journeys.load(journey)));
      for (const { id, service } of accepted) {
        const results = await Promise.all(
          [1, 2].map(() => world.callBack(world.home, id, answerOf(service))),
        );
        expect(results.map(({ result }) => result).sort()).toEqual(['duplicate', 'late']);
      }
      release();
      await everyEffectUndoneOnce(world, journeys);
      const after = await Promise.all(journeys.map(journey => world.assembly.stores.journeys.load(journey)));
      expect(after.map(record => record?.state)).toEqual(before.map(record => record?.state));
      const stored = await dispatchesOf(world, journeys);
      const late = stored.filter(({ service }) => LATER.includes(service));
      expect(late.map(({ status }) => status)).toEqual(accepted.map(() => 'late'));
    },
    PATIENCE,
  );

  it(
    'that are lost or do not come leave nothing behind: ops skip what was asked, a cancellation undoes it',
    async () => {
      const lost = { doctorChoice: 'chooseDoctor', skat: 'updatePreliminaryTax' };
      const lose = (loseNext: number): void => {
        for (const [id, operation] of Object.entries(lost))
          world.simulated(id).knobs.set({ loseNext }, { operation });
      };
      turn({ hold: true });
      lose(1_000);
      const [journey = ''] = await world.errands(1);
      const all = ['cpr.registerMove', 'doctorChoice.chooseDoctor', 'skat.updatePreliminaryTax'];
      await until(async () => {
        const done = (await ledgerOf(world, journey)).filter(({ kind }) => kind === 'effect');
        return all.every(service => done.some(effect => effect.service === service));
      }, 'all to be done, and nobody to hear of it');

      const ops = await world.signedIn({ roles: ['ops'] });
      const asked = async (service: string) =>
        (await dispatchesOf(world, [journey])).find(dispatch => dispatch.service === service)!;
      const skipped = all.slice(0, 2);
      for (const service of skipped) {
        const { id } = await asked(service);
        const { status } = await ops.post(`/v1/ops/dispatches/${id}/skip`, { reason: 'nobody answers' });
        expect(status).toBe(204);
        expect(await asked(service)).toMatchObject({ status: 'stopped' });
      }
      const path = `/v1/journeys/${journey}/cancellation`;
      const undoing = ['skat.restorePreliminaryTax', 'doctorChoice.restoreDoctor', 'cpr.withdrawMove'];
      expect((await world.anna.get(path)).body).toMatchObject({
        undone: expect.arrayContaining(undoing.map(service => expect.objectContaining({ service }))),
      });
      expect((await world.anna.post(path)).status).toBe(200);
      await everyEffectUndoneOnce(world, [journey]);
      const undone = (await ledgerOf(world, journey)).filter(({ kind }) => kind === 'compensation');
      expect(undone.map(({ service }) => service)).toEqual(expect.arrayContaining(undoing));

      // What comes in the end changes nothing any more.
      lose(0);
      release();
      await until(async () => (await asked('cpr.registerMove')).status === 'late', 'the move to be answered');
      await everyEffectUndoneOnce(world, [journey]);
    },
    PATIENCE,
  );
});

/** Where so many wait for each other between loading and committing, the first time they come. */
class Meeting {
  conflicts = 0;
  #missing: number;
  #open: () => void = () => {};
  readonly #complete = new Promise<void>(resolve => (this.#open = resolve));

  constructor(parties: number) {
    this.#missing = parties;
  }

  at(store: JourneyStore): JourneyStore {
    return {
      load: journey => store.load(journey),
      journal: journey => store.journal(journey),
      viewRows: (journey, viewers, range, dispatches) => store.viewRows(journey, viewers, range, dispatches),
      submissionsOf: (journey, person, page) => store.submissionsOf(journey, person, page),
      entryOf: (journey, origin) => store.entryOf(journey, origin),
      journeysOf: persons => store.journeysOf(persons),
      pageOf: (person, page) => store.pageOf(person, page),
      commit: async changes => {
        this.#missing -= 1;
        if (this.#missing <= 0) this.#open();
        await this.#complete;
        const outcomes = await store.commit(changes);
        this.conflicts += outcomes.filter(({ kind }) => kind === 'conflict').length;
        return outcomes;
      },
    };
  }
}
