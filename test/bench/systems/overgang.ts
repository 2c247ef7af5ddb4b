import { fileURLToPath } from 'node:url';
import { Global, Module } from '@nestjs/common';
import { authoritySecret, Catalogue, authorityIds } from '#authorities';
import { AccessTokens, NSIS } from '#identity';
import { MasterKeys } from '#postgres';
import {
  type AuthorityPort,
  type AuthorityReply,
  JourneyRuntime,
  PersonVault,
  type SettleRequest,
} from '#runtime';
import { SystemModule } from '#system';
import { createLogger } from '#telemetry';
import { ApiModule } from '../../../apps/api/src/api.module.js';
import { startApi } from '../../../apps/api/src/start-api.js';
import { WorkerModule } from '../../../apps/worker/src/worker.module.js';
import { liftedLimits } from '../../support/limits-lifted.js';
import { inFlight, type Work } from '../reference-work.js';
import { DECLARING, register } from './declaring.js';
import { receive, type Arrivals } from './receive.js';

export interface OvergangSettings {
  readonly postgres: string;
  readonly redis: string;
  readonly namespace: string;
  readonly masterKey: string;
  /** Dispatches under way at once. */
  readonly concurrency: number;
  /** Most dispatches in one job. */
  readonly pack: number;
  /** Where authorities answer over HTTP; without it they answer at once, in the process. */
  readonly authorities?: string;
}

/** The secret that the authorities of the benchmark derive theirs from. */
export const AUTHORITIES_SECRET = 'of the benchmark';

const HOST = '127.0.0.1';
/** Of nobody: days of birth end at 31. */
const ANNA = '6110851234';
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
  const catalogue = Catalogue.load();
  const ids = authorityIds(catalogue);
  const authoritySecrets = Object.fromEntries(ids.map(id => [id, authoritySecret(AUTHORITIES_SECRET, id)]));
  const logger = createLogger({ process: 'bench', level: 'warn' });
  const root = SystemModule.forRoot({
    databaseUrl: settings.postgres,
    redisUrl: settings.redis,
    namespace: settings.namespace,
    masterKeys: MasterKeys.parse(settings.masterKey),
    authoritiesUrl: settings.authorities ?? 'http://127.0.0.1:1',
    authoritySecrets,
    journeysDir: fileURLToPath(new URL('../journeys/', import.meta.url)),
    logger,
    catalogue,
    pack: settings.pack,
    edges: [
      ApiModule.forRoot({
        signIn: { issuer: 'https://mitid.test', keys: { keys: [] } },
        limits: liftedLimits,
        authoritySecrets,
      }),
      WorkerModule.forRoot(ids, { concurrency: settings.concurrency, relayInterval: 1_000, drain: 5_000 }),
    ],
    ...(settings.authorities === undefined && {
      imports: [{ module: AnswersAtOnceModule }],
      adapters: { authorities: AnswersAtOnce },
    }),
  });
  const api = await startApi(root, logger, { host: HOST, port: 0 });
  const ended = new Map<string, () => void>();
  const runtime = api.app.get(JourneyRuntime);
  tellOfEnds(runtime, journey => ended.get(journey)?.());
  const tokens = api.app.get(AccessTokens);
  const person = await api.app.get(PersonVault).personOf(ANNA);

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
      const authorization = `Bearer ${await tokens.sign({ person, role: 'citizen', acr: NSIS.substantial })}`;
      const headers = { authorization, 'content-type': 'application/json' };
      const times: number[] = [];
      for (let i = 0; i < journeys; i += 1) {
        const { record } = await runtime.start({ definition: DECLARING, person });
        const end = untilEnded(record.id);
        const began = performance.now();
        const response = await fetch(`${api.address}/v1/journeys/${record.id}/tasks/declare`, {
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
