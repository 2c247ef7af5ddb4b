import { dispatchQueue } from '#queue';
import { ledgerOf } from '../auditor/index.js';
import { Client } from '../e2e/api/client.js';
import { describeWithRedis, type OurProcess, until } from '../support/index.js';
import { dispatchesOf, everyEffectOnce } from './audit.js';
import { ERRAND } from './errands.js';
import { startWorld, type World } from './world.js';

const PATIENCE = 300_000;
const DIES_BEFORE_RINGING = '../test/faults/processes/dies-before-ringing.mjs';
const DIES_BEFORE_SETTLING = '../test/faults/processes/dies-before-settling.mjs';

describeWithRedis('a process killed', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  }, PATIENCE);

  afterAll(() => world?.close(), PATIENCE);

  /** Waits until it has killed itself. */
  const death = async (process: OurProcess): Promise<void> => {
    await until(() => !process.running(), 'the process to be killed', 60);
    expect(await process.end()).toBeNull();
  };

  /** The dispatches of a journey that are committed, not done, and in no queue. */
  const notRung = async (journey: string): Promise<readonly string[]> => {
    const pending = (await dispatchesOf(world, [journey])).filter(({ status }) => status === 'pending');
    const rung = await Promise.all(
      pending.map(async ({ id, authority }) => {
        const queue = await world.assembly.queues.get(dispatchQueue(authority));
        return (await queue.getJob(id)) !== undefined;
      }),
    );
    return pending.filter((_, index) => !rung[index]).map(({ service }) => service);
  };

  it(
    'between commit and ring, a worker: what it committed is found and rung by another',
    async () => {
      const journeys = await world.errands(1);
      const { process } = await world.startProcess(DIES_BEFORE_RINGING, ['worker', 'ring']);
      await death(process);
      expect(await notRung(journeys[0]!)).toEqual(['kommune.startWasteService']);
      const worker = await world.workerHere();
      await everyEffectOnce(world, journeys);
      await worker.close();
    },
    PATIENCE,
  );

  it(
    'between commit and ring, a worker that would ring for a timer and two regions',
    async () => {
      const journeys = await world.errands(1);
      const { process } = await world.startProcess(DIES_BEFORE_RINGING, ['worker', 'wake']);
      await death(process);
      const states = (await world.assembly.stores.ops.journeys({})).find(
        ({ journey }) => journey === journeys[0],
      );
      expect(states?.states).toContain('underWay.tax.waiting');
      const worker = await world.workerHere();
      await everyEffectOnce(world, journeys);
      await worker.close();
    },
    PATIENCE,
  );

  it(
    'between commit and ring, an api: the citizen asks again and finds it done once',
    async () => {
      const { process, address } = await world.startProcess(DIES_BEFORE_RINGING, ['api', 'ring']);
      const there = new Client(address, world.anna.token);
      const { id } = await there.start('errands');
      const path = `/v1/journeys/${id}/tasks/declare`;
      const body = { event: 'submit', data: ERRAND };
      const key = { 'idempotency-key': `"${id}"` };
      await expect(there.post(path, body, key)).rejects.toThrow('fetch failed');
      await death(process);
      expect(await notRung(id)).toEqual(['digitalPost.deliver', 'cpr.readPerson']);
      expect((await world.anna.post(path, body, key)).status).toBe(200);
      const { happened } = await world.anna.journey(id);
      expect(happened.filter(({ kind }) => kind === 'submitted')).toHaveLength(1);
      const worker = await world.workerHere();
      await everyEffectOnce(world, [id]);
      await worker.close();
    },
    PATIENCE,
  );

  it(
    'between the answer of an authority and its settling: it is asked again, and does nothing again',
    async () => {
      const killed: string[] = [];
      // One that answers later: its callback may come before anybody knows that it was asked. And one that answers at once: last,
      // for whoever works after it does what it left.
      for (const service of ['cpr.registerMove', 'kommune.startWasteService']) {
        const [journey = ''] = await world.errands(1);
        const { process } = await world.startProcess(DIES_BEFORE_SETTLING, [service]);
        await death(process);
        const entries = (await ledgerOf(world, journey)).filter(entry => entry.service === service);
        expect(entries.map(({ kind }) => kind)).toEqual(['effect']);
        killed.push(journey);
      }
      const [, left = ''] = killed;
      const unsettled = (await dispatchesOf(world, [left])).find(
        ({ service }) => service === 'kommune.startWasteService',
      );
      expect(unsettled).toMatchObject({ status: 'pending', attempt: 0 });
      const worker = await world.workerHere();
      await everyEffectOnce(world, killed);
      const again = (await ledgerOf(world, left)).filter(({ kind }) => kind === 'duplicate');
      expect(again.map(({ key }) => key)).toEqual([unsettled?.id]);
      await worker.close();
    },
    PATIENCE,
  );
});
