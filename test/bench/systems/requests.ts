import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { authoritySecret, Catalogue, authorityIds } from '#authorities';
import { AccessTokens, NSIS } from '#identity';
import { MasterKeys } from '#postgres';
import { JourneyRuntime } from '#runtime';
import { SystemModule } from '#system';
import { createLogger } from '#telemetry';
import { ApiModule } from '../../../apps/api/src/api.module.js';
import { LIMIT_VARIABLES, readLimits } from '../../../apps/api/src/limits/limit-settings.js';
import { startApi } from '../../../apps/api/src/start-api.js';
import { personId } from './declaring.js';
import { AUTHORITIES_SECRET, type OvergangSettings } from './overgang.js';

const DEFINITION = 'having-a-child';
/** Of each person, who does not sign in again for each of their requests. */
const JOURNEYS = 10;

/** A journey that waits for its first task, and a token of whom it waits for. */
export interface Waiting {
  readonly url: string;
  readonly token: string;
}

/** An API alone, with the real journeys; it logs and counts as it does in production, and its limits are out of reach. */
export async function open(settings: OvergangSettings) {
  const catalogue = Catalogue.load();
  const ids = authorityIds(catalogue);
  const authoritySecrets = Object.fromEntries(ids.map(id => [id, authoritySecret(AUTHORITIES_SECRET, id)]));
  const logger = createLogger({ process: 'bench', level: 'info' }, { write: () => undefined });
  const root = SystemModule.forRoot({
    databaseUrl: settings.postgres,
    redisUrl: settings.redis,
    namespace: settings.namespace,
    masterKeys: MasterKeys.parse(settings.masterKey),
    authoritiesUrl: 'http://127.0.0.1:1',
    authoritySecrets,
    journeysDir: fileURLToPath(new URL('../../../journeys/', import.meta.url)),
    logger,
    catalogue,
    edges: [
      ApiModule.forRoot({
        signIn: { issuer: 'https://mitid.test', keys: { keys: [] } },
        limits: outOfReach(),
        authoritySecrets,
      }),
    ],
  });
  const api = await startApi(root, logger, { host: '127.0.0.1', port: 0 });
  const runtime = api.app.get(JourneyRuntime);
  const tokens = api.app.get(AccessTokens);
  let persons = 0;

  return {
    /** Journeys of persons who have just signed in. */
    start: async ({ journeys }: { journeys: number }): Promise<Waiting[]> => {
      const waiting: Waiting[] = [];
      while (waiting.length < journeys) {
        const person = personId((persons += 1));
        const bearer = { person, role: 'citizen', acr: NSIS.substantial, session: randomUUID() } as const;
        const token = await tokens.sign(bearer);
        for (let i = 0; i < JOURNEYS; i += 1) {
          const { record } = await runtime.start({ definition: DEFINITION, person });
          waiting.push({ url: `${api.address}/v1/journeys/${record.id}`, token });
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
