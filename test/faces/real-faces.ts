import { randomBytes } from 'node:crypto';
import { MasterKeys, openDatabase, PostgresBrowserSessionStore } from '#postgres';
import { systemClock } from '#runtime';
import { createLogger } from '#telemetry';
import { createMitIdApp } from '../../apps/mitid/src/create-mitid-app.js';
import { type MitIdPerson } from '../../apps/mitid/src/people.js';
import { FACES } from '../../apps/web/src/faces.js';
import { SessionModule } from '../../apps/web/src/session/session.module.js';
import { startWeb } from '../../apps/web/src/start-web.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { freePort } from '../support/index.js';
import { type ApiOptions, type SystemUnderTest } from '../support/system-under-test.js';

const HOST = '127.0.0.1';

/** A system whose API has been started, and its address. */
type Started = Pick<SystemUnderTest, 'databaseUrl' | 'alsoEnd' | 'close'> & { readonly api: string };

/** Faces at which people sign in as in production, each at an address of its own, and the MitID before them. */
export interface RealFaces<S> {
  readonly system: S;
  readonly mitid: string;
  readonly faces: readonly string[];
}

/** @param start starts the system with an API that knows the faces; if anything fails after that, the system is closed */
export async function startRealFaces<S extends Started>(
  count: number,
  people: readonly MitIdPerson[],
  start: (options: Pick<ApiOptions, 'signIn' | 'faceSecrets'>) => Promise<S>,
): Promise<RealFaces<S>> {
  const addressAt = async (): Promise<string> => `http://${HOST}:${await freePort()}`;
  const issuer = await addressAt();
  const faces = await Promise.all(
    Array.from({ length: count }, async (_, index) => ({
      id: `face-${index}`,
      secret: randomBytes(32).toString('base64url'),
      publicUrl: await addressAt(),
    })),
  );
  const system = await start({
    signIn: { issuer, keys: new URL(`${issuer}/jwks`) },
    faceSecrets: Object.fromEntries(faces.map(({ id, secret }) => [id, secret])),
  });
  try {
    const mitid = await createMitIdApp({
      issuer,
      people,
      clients: faces.map(({ id, secret, publicUrl }) => ({
        id,
        secret,
        title: 'Overgang',
        redirectUri: `${publicUrl}/log-paa/mitid`,
        signedOutUri: `${publicUrl}/logget-af`,
        backChannelUri: `${system.api}/v1/tokens/sign-out`,
      })),
    });
    await mitid.listen(Number(new URL(issuer).port), HOST);
    system.alsoEnd(() => mitid.close());
    const database = openDatabase({ url: system.databaseUrl, connections: 4 });
    system.alsoEnd(() => database.close());
    const keys = new MasterKeys([randomBytes(32)]);
    const logger = createLogger({ process: 'test', level: 'silent' });
    for (const { id, secret, publicUrl } of faces) {
      const session = SessionModule.forRoot({
        publicUrl,
        issuer,
        face: { id, secret },
        apiUrl: system.api,
        roles: FACES,
        store: new PostgresBrowserSessionStore(database, keys),
        keys: purpose => keys.derived(`${id} ${purpose}`),
        clock: systemClock,
      });
      const port = Number(new URL(publicUrl).port);
      const root = WebModule.forRoot({ apiUrl: system.api, session, logger });
      const web = await startWeb(root, logger, { host: HOST, port });
      system.alsoEnd(() => web.close());
    }
    return { system, mitid: issuer, faces: faces.map(({ publicUrl }) => publicUrl) };
  } catch (error) {
    await system.close();
    throw error;
  }
}
