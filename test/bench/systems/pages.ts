import { fileURLToPath } from 'node:url';
import { authoritySecret, Catalogue, authorityIds } from '#authorities';
import { AccessTokens, NSIS } from '#identity';
import { MasterKeys } from '#postgres';
import { JourneyRuntime, PersonVault } from '#runtime';
import { SystemModule } from '#system';
import { createLogger } from '#telemetry';
import { ApiModule } from '../../../apps/api/src/api.module.js';
import { startApi } from '../../../apps/api/src/start-api.js';
import { startWeb } from '../../../apps/web/src/start-web.js';
import { WebModule } from '../../../apps/web/src/web.module.js';
import { heldSession } from '../../../apps/web/test/held-session.js';
import { liftedLimits } from '../../support/limits-lifted.js';
import { AUTHORITIES_SECRET, type OvergangSettings } from './overgang.js';

const HOST = '127.0.0.1';
/** Of nobody: days of birth end at 31. */
const ANNA = '6110851234';
const DEFINITION = 'moving';

/** An API and the faces before it in one process, with the real journeys and nobody who works on them. */
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
    authoritiesUrl: 'http://127.0.0.1:1',
    authoritySecrets,
    journeysDir: fileURLToPath(new URL('../../../journeys/', import.meta.url)),
    logger,
    catalogue,
    edges: [
      ApiModule.forRoot({
        signIn: { issuer: 'https://mitid.test', keys: { keys: [] } },
        limits: liftedLimits,
        authoritySecrets,
      }),
    ],
  });
  const api = await startApi(root, logger, { host: HOST, port: 0 });
  const person = await api.app.get(PersonVault).personOf(ANNA);
  const token = () => api.app.get(AccessTokens).sign({ person, role: 'citizen', acr: NSIS.substantial });
  const faces = WebModule.forRoot({ apiUrl: api.address, session: heldSession(token), logger });
  const web = await startWeb(faces, logger, { host: HOST, port: 0 });
  const { record } = await api.app.get(JourneyRuntime).start({ definition: DEFINITION, person });
  const requests = {
    page: { url: `${web.address}/forloeb/${record.id}`, headers: { cookie: 'visitor=anna' } },
    document: {
      url: `${api.address}/v1/journeys/${record.id}`,
      headers: { authorization: `Bearer ${await token()}` },
    },
  };

  return {
    /** One after the other: milliseconds from request to the whole response. */
    look: async ({ at, times }: { at: keyof typeof requests; times: number }) => {
      const { url, headers } = requests[at];
      const taken: number[] = [];
      for (let i = 0; i < times; i += 1) {
        const began = performance.now();
        const response = await fetch(url, { headers });
        await response.arrayBuffer();
        taken.push(performance.now() - began);
        if (!response.ok) throw new Error(`${url} gave ${response.status}`);
      }
      return taken;
    },
  };
}
