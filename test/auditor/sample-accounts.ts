import {
  dispatchId,
  type DispatchRecord,
  isDelivery,
  type JourneyRuntime,
  type SettleResult,
} from '#runtime';
import { type Json } from '#statechart';
import { postCatalogue } from '../../libs/runtime/test/post-catalogue.js';
import { MOVE, type SampleWorld, sampleWorld } from '../../libs/runtime/test/sample-runtime.js';
import { type Accounts, type Acknowledged, type Effect } from './accounts.js';
import { readMemoryAccounts } from './read-memory-accounts.js';

const HOUR = 3_600_000;
/** A machine that fails on a monthly income of 5. */
const UNSOUND = (main: string): string =>
  main.replace("'= benefit.?rooms'", "'= 12 / (benefit.monthlyIncome - 5)'");
const OFFERED = 'underWay.housingBenefit.offered';
const ANNA = 'anna';
const ANSWERS: Readonly<Record<string, Json>> = {
  'cpr.registerMove': { reference: 'FL-1', registeredOn: '2025-03-10' },
  'cpr.withdrawMove': {},
  'udbetaling.applyHousingBenefit': { monthly: 900 },
  'digitalPost.deliver': { channel: 'digital', deliveredOn: '2025-04-10' },
};

/**
 * True accounts of journeys of one small world: `done`; `waiting`, for a task, a timer and an answer that is still to come;
 * `undone`, cancelled after an answer; `late`, cancelled before the answer came; `told`, in which the applicant was
 * reminded of a task; `resumed`, held on an application, and answered meanwhile.
 */
export async function sampleAccounts() {
  const sample = new Sample(await sampleWorld(UNSOUND, 0, postCatalogue));
  const resumed = await sample.holdAndResume();
  const done = await sample.declare('key of anna');
  await sample.submit(done, OFFERED, 'apply', { monthlyIncome: 20_000 });
  await sample.answerAll(done);
  const waiting = await sample.declare();
  await sample.accept(waiting);
  const undone = await sample.declare();
  await sample.answerAll(undone);
  await sample.cancel(undone);
  await sample.answerAll(undone);
  const late = await sample.declare();
  const [asked] = await sample.open(late);
  sample.decide(asked!);
  await sample.cancel(late);
  await sample.callBack(asked!, 'late');
  await sample.answerAll(late);
  const told = await sample.remind();
  return { accounts: await sample.accounts(), resumed, done, waiting, undone, late, told };
}

/** A runtime, authorities that keep a ledger, and everything that was acknowledged. */
class Sample {
  readonly #effects = new Map<string, Effect>();
  readonly #acknowledged: Acknowledged[] = [];
  #runtime: JourneyRuntime;

  readonly #world: SampleWorld;

  constructor(world: SampleWorld) {
    this.#world = world;

    this.#runtime = world.runtime();
  }

  async declare(key?: string): Promise<string> {
    const named = key === undefined ? {} : { key };
    const started = await this.#runtime.start({ definition: 'moving', person: ANNA, ...named });
    const journey = started.record.id;
    this.#acknowledged.push({ kind: 'start', journey, person: ANNA, ...named });
    await this.submit(journey, 'declareMove', 'submit', MOVE, named);
    return journey;
  }

  async submit(
    journey: string,
    task: string,
    event: string,
    data: Json,
    named: { key?: string } = {},
  ): Promise<void> {
    this.#world.clock.advance(HOUR);
    const request = { journey, person: ANNA, task, event, ...named };
    await this.#runtime.submit({ ...request, data });
    this.#acknowledged.push({ kind: 'submit', ...request });
  }

  async cancel(journey: string): Promise<void> {
    await this.#runtime.cancel({ journey, person: ANNA });
    this.#acknowledged.push({ kind: 'cancel', journey, person: ANNA });
  }

  async open(journey: string): Promise<readonly DispatchRecord[]> {
    const asked = await this.#world.stores.dispatches.ofJourney(journey);
    return asked.filter(({ status }) => status === 'pending');
  }

  /** Authorities do and answer whatever they are asked, until they are asked nothing more. */
  async answerAll(journey: string): Promise<void> {
    for (let open = await this.open(journey); open.length > 0; open = await this.open(journey)) {
      for (const dispatch of open) {
        this.decide(dispatch);
        await this.callBack(dispatch, 'settled');
      }
    }
  }

  /** Until the machine is mended it fails on an application, and the journey keeps what comes meanwhile. */
  async holdAndResume(): Promise<string> {
    const journey = await this.declare();
    await this.submit(journey, OFFERED, 'apply', { monthlyIncome: 5 });
    await this.answerAll(journey);
    this.#world.clock.advance(HOUR);
    this.#world.mend();
    const { id, hash, effective } = this.#world.compiled().definition;
    await this.#world.stores.definitions.publish({ id, hash, effective, sources: {} });
    this.#runtime = this.#world.runtime();
    await this.#runtime.resume(journey, 'ops:olga');
    await this.answerAll(journey);
    return journey;
  }

  /** Starts a journey and does nothing in it, though reminded. */
  async remind(): Promise<string> {
    const { record } = await this.#runtime.start({ definition: 'moving', person: ANNA });
    this.#acknowledged.push({ kind: 'start', journey: record.id, person: ANNA });
    for (const days of [24, 7]) {
      this.#world.clock.advance(days * 24 * HOUR);
      await this.#runtime.wake(record.id);
      await this.answerAll(record.id);
    }
    return record.id;
  }

  /** Authorities accept what they are asked, and do not answer yet. */
  async accept(journey: string): Promise<void> {
    for (const dispatch of await this.open(journey)) {
      this.decide(dispatch, { callback: 'held' });
      await this.#world.stores.dispatches.accept(dispatch.id, this.#world.clock.now() + HOUR);
    }
  }

  async callBack({ id: dispatch, journey, service }: DispatchRecord, result: SettleResult): Promise<void> {
    await this.#runtime.settle({ dispatch, outcome: { kind: 'answered', answer: ANSWERS[service]! } });
    this.#acknowledged.push({ kind: 'callback', journey, dispatch, result });
  }

  decide({ id, journey, service, undoes, ...dispatch }: DispatchRecord, more: Partial<Effect> = {}): void {
    const input = isDelivery(dispatch) ? { recipient: ANNA, subject: '', body: '' } : dispatch.input;
    const fields = Object.keys(input ?? {});
    const undone = undoes === undefined ? undefined : dispatchId(journey, undoes);
    const compensates = undone !== undefined && this.#effects.has(undone);
    const { categories } = postCatalogue.service(service)!;
    this.#effects.set(id, {
      service,
      key: id,
      kind: compensates ? 'compensation' : 'effect',
      digest: id,
      fields,
      categories: fields.flatMap(field => categories[field] ?? []),
      input,
      reply: ANSWERS[service]!,
      ...(compensates && { undoes: undone, undone: true }),
      ...more,
    });
  }

  accounts(): Promise<Accounts> {
    const { stores, clock, compiled } = this.#world;
    const [effects, acknowledged] = [[...this.#effects.values()], this.#acknowledged];
    const beside = { moment: 'still', effects, acknowledged, earlier: [] } as const;
    return readMemoryAccounts({ stores, clock, compiledBy: compiled, ...beside });
  }
}
