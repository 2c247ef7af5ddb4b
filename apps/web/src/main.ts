import 'reflect-metadata';
import { openDatabase, PostgresBrowserSessionStore } from '#postgres';
import { systemClock } from '#runtime';
import { runProcess } from '#settings';
import { createLogger } from '#telemetry';
import { webEnvironment } from './environment.js';
import { SessionModule } from './session/session.module.js';
import { startWeb } from './start-web.js';
import { WebModule } from './web.module.js';

await runProcess('web', async () => {
  const environment = webEnvironment(process.env);
  const { apiUrl, publicUrl, issuer, databaseUrl, sessionKeys, faceId, faceSecret, faces } = environment;
  const logger = createLogger({ process: 'web', level: environment.logLevel });
  const onError = (error: unknown): void => logger.warn({ err: error });
  const database = openDatabase({ url: databaseUrl, connections: 4, onError });
  const session = SessionModule.forRoot({
    publicUrl: publicUrl.replace(/\/$/, ''),
    issuer,
    face: { id: faceId, secret: faceSecret },
    apiUrl,
    roles: faces,
    store: new PostgresBrowserSessionStore(database, sessionKeys),
    keys: purpose => sessionKeys.derived(purpose),
    clock: systemClock,
  });
  const web = await startWeb(WebModule.forRoot({ apiUrl, faces, session, logger }), logger, environment);
  return {
    address: web.address,
    close: async () => {
      await web.close();
      await database.close();
    },
  };
});
