import { Global, Module } from '@nestjs/common';
import { type AuthorityPort, type AuthorityReply, type JourneyRuntime, type SettleRequest } from '#runtime';
import { WorkerModule } from '../../../apps/worker/src/worker.module.js';
import { inFlight, type Work } from '../reference-work.js';
import { DECLARING, register } from './declaring.js';
import { receive, type Arrivals } from './receive.js';
import { AUTHORITY_IDS, type BenchSettings, startBenchApi } from './start-bench-api.js';

export interface OvergangSettings extends BenchSettings {
  /** Dispatches under way at once. */
  readonly concurrency: number;
  /** Most dispatches in one job. */
  readonly pack: number;
  /** Where authorities answer over HTTP; without it they answer at once, in the process. */
  readonly authorities?: string;
}

/** The last dispatch of the reference work. */
const LAST = '-6';
const WORK = { definition: 'settling-in', steps: 6 };

const ANSWERS: Readonly<Record<string, object>> = {
  'kommune.readServices': { currentServices: ['homeCare'], aidsOnLoan: 2 },
  'kommune.startWasteService': { from: '2026-03-15' },
  'kommune.issueParkingPermit': { permit: 'PARK-77120', from: '2026-03-15', until: '2027-03-14' },
  'kommune.endServices': { ended: ['homeCare'], endedOn: '2026-03-15' },
  'kommune.endTenancy': { emptyBy: '2026-04-14' },
  'kommune.assessLateNotice': {
    fined: false,
    fine: 0,
    grounds: 'Du var indlagt.',
    decidedOn: '2026-03-20',
    decision: 'FOR-20517',
  },
};

class AnswersAtOnce implements AuthorityPort {
  call({ service }: Parameters<AuthorityPort['call']>[0]): Promise<AuthorityReply> {
    return Promise.resolve({ kind: 'answered', answer: ANSWERS[service] as never });
  }
}

@Global()
@Module({ providers: [AnswersAtOnce], exports: [AnswersAtOnce] })
class AnswersAtOnceModule {}

/** An API and a worker in one process, as they are. */
export async function open(settings: OvergangSettings) {
  const { concurrency, pack, authorities } = settings;
  const dispatching = { databaseUrl: settings.postgres, concurrency, relayInterval: 1_000, drain: 5_000 };
  const { address, runtime, person, token } = await startBenchApi(settings, {
    journeys: '../journeys/',
    pack,
    edges: [WorkerModule.forRoot(AUTHORITY_IDS, dispatching)],
    ...(authorities === undefined
      ? { imports: [{ module: AnswersAtOnceModule }], adapters: { authorities: AnswersAtOnce } }
      : { authoritiesUrl: authorities }),
  });
  const ended = new Map<string, () => void>();
  tellOfEnds(runtime, journey => ended.get(journey)?.());

  const untilEnded = async (journey: string): Promise<void> => {
    await new Promise<void>(resolve => ended.set(journey, resolve));
    ended.delete(journey);
  };
  const one = async (): Promise<void> => {
    const { record } = await runtime.start({ definition: WORK.definition, person });
    await untilEnded(record.id);
  };

  return {
    /** The reference work. */
    work: (work: Work) => inFlight(work, one),
    /** One journey after the other: milliseconds of each. */
    oneByOne: async ({ journeys }: { journeys: number }) => {
      const times: number[] = [];
      for (let i = 0; i < journeys; i += 1) {
        const began = performance.now();
        await one();
        times.push(performance.now() - began);
      }
      return times;
    },
    /** A citizen's submission over HTTP, one after the other: milliseconds from request to response. */
    submissions: async ({ journeys }: { journeys: number }) => {
      const authorization = `Bearer ${await token()}`;
      const headers = { authorization, 'content-type': 'application/json' };
      const times: number[] = [];
      for (let i = 0; i < journeys; i += 1) {
        const { record } = await runtime.start({ definition: DECLARING, person });
        const end = untilEnded(record.id);
        const began = performance.now();
        const response = await fetch(`${address}/v1/journeys/${record.id}/tasks/declare`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ event: 'submit', data: { date: '2026-03-15' } }),
        });
        await response.arrayBuffer();
        times.push(performance.now() - began);
        if (!response.ok) throw new Error(`submitting gave ${response.status}`);
        await end;
      }
      return times;
    },
    /** Starts so many at once and leaves them to whoever works. */
    start: async ({ journeys }: { journeys: number }) => {
      const starts = { journeys, atOnce: 200, steps: WORK.steps };
      await inFlight(starts, async () => {
        await runtime.start({ definition: WORK.definition, person });
      });
    },
    /** Journeys that wait for a citizen, each of a person of its own. */
    populate: ({ journeys }: { journeys: number }) => register(runtime, journeys),
    /** An event for each of those persons. */
    receive: (arrivals: Arrivals) => receive(runtime, arrivals),
    collectGarbage: () => (globalThis as { gc?: () => void }).gc?.(),
  };
}

function tellOfEnds(runtime: JourneyRuntime, tell: (journey: string) => void): void {
  const settle = runtime.settle.bind(runtime);
  runtime.settle = async (request: SettleRequest) => {
    const result = await settle(request);
    if (request.dispatch.endsWith(LAST)) tell(request.dispatch.slice(0, -LAST.length));
    return result;
  };
}
