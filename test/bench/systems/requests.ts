import { randomUUID } from 'node:crypto';
import { createLogger } from '#telemetry';
import { LIMIT_VARIABLES, readLimits } from '../../../apps/api/src/limits/limit-settings.js';
import { personId } from './declaring.js';
import { type BenchSettings, startBenchApi } from './start-bench-api.js';

const DEFINITION = 'having-a-child';
/** Of each person, who does not sign in again for each of their requests. */
const JOURNEYS = 10;

/** A journey that waits for its first task, and a token of whom it waits for. */
export interface Waiting {
  readonly url: string;
  readonly token: string;
}

/** An API alone, with the real journeys; it logs and counts as it does in production, and its limits are out of reach. */
export async function open(settings: BenchSettings) {
  const { address, runtime, token } = await startBenchApi(settings, {
    journeys: '../../../journeys/',
    limits: outOfReach(),
    logger: createLogger({ process: 'bench', level: 'info' }, { write: () => undefined }),
  });
  let persons = 0;

  return {
    /** Journeys of persons who have just signed in. */
    start: async ({ journeys }: { journeys: number }): Promise<Waiting[]> => {
      const waiting: Waiting[] = [];
      while (waiting.length < journeys) {
        const person = personId((persons += 1));
        const signedIn = await token({ person, session: randomUUID() });
        for (let i = 0; i < JOURNEYS; i += 1) {
          const { record } = await runtime.start({ definition: DEFINITION, person });
          waiting.push({ url: `${address}/v1/journeys/${record.id}`, token: signedIn });
        }
      }
      return waiting;
    },
    /** Microseconds of processor time that this process has used until now. */
    processorTime: () => {
      const { user, system } = process.cpuUsage();
      return user + system;
    },
  };
}

function outOfReach() {
  const rates = Object.values(LIMIT_VARIABLES).map(({ name }) => [
    name,
    name.startsWith('LIMIT_') ? '1000000/24h' : 'off',
  ]);
  return readLimits(Object.fromEntries(rates) as NodeJS.ProcessEnv);
}
