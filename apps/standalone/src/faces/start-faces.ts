import { type Logger } from 'pino';
import { MasterKeys, openDatabase, PostgresBrowserSessionStore } from '#postgres';
import { systemClock } from '#runtime';
import { type MitIdPerson } from '../../../mitid/src/people.js';
import { createMitIdApp } from '../../../mitid/src/create-mitid-app.js';
import { FACES } from '../../../web/src/faces.js';
import { SessionModule } from '../../../web/src/session/session.module.js';
import { startWeb } from '../../../web/src/start-web.js';
import { WebModule } from '../../../web/src/web.module.js';
import { freePort } from '../embedded/free-port.js';

export interface FacesOptions {
  readonly host: string;
  readonly ports: { readonly mitid: number; readonly web: number };
  readonly databaseUrl: string;
  readonly sessionKey: string;
  readonly face: { readonly id: string; readonly secret: string };
  readonly people: readonly MitIdPerson[];
  /** Keeps the keys of MitID. */
  readonly keyFile: string | undefined;
  readonly logger: Logger;
}

/** Addresses that are known before anything listens at them: each names the other. */
export interface FaceAddresses {
  readonly mitid: string;
  readonly web: string;
}

export async function faceAddresses({
  host,
  ports,
}: Pick<FacesOptions, 'host' | 'ports'>): Promise<FaceAddresses> {
  const [mitid, web] = await Promise.all(
    [ports.mitid, ports.web].map(asked => (asked === 0 ? freePort() : asked)),
  );
  return { mitid: `http://${host}:${mitid}`, web: `http://${host}:${web}` };
}

/** The simulated MitID and the pages. */
export async function startFaces(
  { mitid: issuer, web: publicUrl }: FaceAddresses,
  apiUrl: string,
  options: FacesOptions,
): Promise<{ close(): Promise<void> }> {
  const { host, databaseUrl, face, people, keyFile, logger } = options;
  const mitid = await createMitIdApp({
    issuer,
    people,
    keyFile,
    clients: [
      {
        ...face,
        title: 'Overgang',
        redirectUri: `${publicUrl}/log-paa/mitid`,
        signedOutUri: `${publicUrl}/logget-af`,
        backChannelUri: `${apiUrl}/v1/tokens/sign-out`,
      },
    ],
  });
  await mitid.listen(portOf(issuer), host);
  const database = openDatabase({
    url: databaseUrl,
    connections: 4,
    onError: error => logger.warn({ err: error }),
  });
  const end = async (): Promise<void> => {
    await mitid.close();
    await database.close();
  };
  try {
    const keys = MasterKeys.parse(options.sessionKey);
    const session = SessionModule.forRoot({
      publicUrl,
      issuer,
      face,
      apiUrl,
      roles: FACES,
      store: new PostgresBrowserSessionStore(database, keys),
      keys: purpose => keys.derived(purpose),
      clock: systemClock,
    });
    const web = await startWeb(WebModule.forRoot({ apiUrl, session, logger }), logger, {
      host,
      port: portOf(publicUrl),
    });
    return {
      close: async () => {
        await web.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

function portOf(address: string): number {
  return Number(new URL(address).port);
}
