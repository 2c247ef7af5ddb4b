import { fileURLToPath } from 'node:url';
import { authoritySecret, Catalogue, authorityIds } from '#authorities';
import { AccessTokens, NSIS } from '#identity';
import { MasterKeys } from '#postgres';
import { JourneyRuntime, PersonVault } from '#runtime';
import { SystemModule, type SystemModuleOptions } from '#system';
import { createLogger } from '#telemetry';
import { ApiModule } from '../../../apps/api/src/api.module.js';
import { startApi } from '../../../apps/api/src/start-api.js';
import { type Limits } from '../../../apps/api/src/limits/limit-settings.js';
import { liftedLimits } from '../../support/limits-lifted.js';

/** The stores of a system of the benchmark. */
export interface BenchSettings {
  readonly postgres: string;
  readonly redis: string;
  readonly namespace: string;
  readonly masterKey: string;
}

/** What differs from one system to the next. */
interface Different extends Partial<
  Pick<SystemModuleOptions, 'authoritiesUrl' | 'pack' | 'edges' | 'imports' | 'adapters' | 'logger'>
> {
  /** Folder of its journeys, from here. */
  readonly journeys: string;
  /** None unless given. */
  readonly limits?: Limits;
}

/** The secret that the authorities of the benchmark derive theirs from. */
export const AUTHORITIES_SECRET = 'of the benchmark';

const CATALOGUE = Catalogue.load();
export const AUTHORITY_IDS = authorityIds(CATALOGUE);

export const HOST = '127.0.0.1';
const QUIET = createLogger({ process: 'bench', level: 'warn' });
/** Of nobody: days of birth end at 31. */
const ANNA = '6110851234';

/** An API without limits, as the systems of the benchmark have it, and somebody who may ask it. */
export async function startBenchApi(
  { postgres, redis, namespace, masterKey }: BenchSettings,
  { journeys, limits = liftedLimits, logger = QUIET, edges = [], ...different }: Different,
) {
  const authoritySecrets = Object.fromEntries(
    AUTHORITY_IDS.map(id => [id, authoritySecret(AUTHORITIES_SECRET, id)]),
  );
  const root = SystemModule.forRoot({
    databaseUrl: postgres,
    redisUrl: redis,
    namespace,
    masterKeys: MasterKeys.parse(masterKey),
    authoritiesUrl: 'http://127.0.0.1:1',
    authoritySecrets,
    journeysDir: fileURLToPath(new URL(journeys, import.meta.url)),
    logger,
    catalogue: CATALOGUE,
    edges: [
      ApiModule.forRoot({
        signIn: { issuer: 'https://mitid.test', keys: { keys: [] } },
        limits,
        authoritySecrets,
      }),
      ...edges,
    ],
    ...different,
  });
  const { app, address } = await startApi(root, logger, { host: HOST, port: 0 });
  const person = await app.get(PersonVault).personOf(ANNA);
  return {
    address,
    logger,
    runtime: app.get(JourneyRuntime),
    person,
    token: (of: Partial<Parameters<AccessTokens['sign']>[0]> = {}) =>
      app.get(AccessTokens).sign({ person, role: 'citizen', acr: NSIS.substantial, ...of }),
  };
}
