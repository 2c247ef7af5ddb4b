import { parseArgs } from 'node:util';
import { EndedSessions } from '#identity';
import { type Database, type MasterKeys, PostgresStores } from '#postgres';
import { IdNews, openQueueBackend } from '#queue';
import { systemClock } from '#runtime';
import { PROCESS_VARIABLES, readEnvironment, requireTransport } from '#settings';
import { withCommandDatabase } from './command-database.js';
import { numberFromStdin } from './number-from-stdin.js';

const USAGE = `npm run sign-out -- person <id> | --cpr-from-stdin
npm run sign-out -- everybody

Ends sessions in every process, and the access tokens that they gave.
Ends with 0 when it is done, 1 when nobody was signed in, 2 when it failed.
`;

const { databaseUrl, redisUrl, namespace, plaintextHosts } = PROCESS_VARIABLES;

/** Whose sessions are to end. */
type SignOut = 'everybody' | { readonly person: string | undefined };

/** @returns undefined when the arguments do not say it */
function signOutAsked(args: string[]): SignOut | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'cpr-from-stdin': { type: 'boolean' } },
    });
    const [who, person, ...more] = positionals;
    const byNumber = values['cpr-from-stdin'] ?? false;
    if (who === 'everybody' && person === undefined && !byNumber) return 'everybody';
    return who === 'person' && (person === undefined) === byNumber && more.length === 0
      ? { person }
      : undefined;
  } catch {
    // What it does not know it says in words that repeat the argument.
    return undefined;
  }
}

async function ended(asked: SignOut, stores: PostgresStores, sessions: EndedSessions): Promise<number> {
  if (asked === 'everybody') return sessions.endEverybodys();
  const person = asked.person ?? (await stores.erasures.personWith(await numberFromStdin()));
  return person === undefined ? 0 : sessions.endAll(person);
}

/** Revokes sessions from afar, by whoever runs the system: after a theft, or a leak of keys. */
async function signOut(asked: SignOut, database: Database, masterKeys: MasterKeys): Promise<number> {
  const values = readEnvironment({ databaseUrl, redisUrl, namespace, plaintextHosts }, process.env);
  requireTransport({ REDIS_URL: values.redisUrl }, values.plaintextHosts);
  const onError = (error: Error): void =>
    void process.stderr.write(`A connection failed: ${error.message}\n`);
  const backend = await openQueueBackend({
    url: values.redisUrl ?? values.databaseUrl,
    onError,
    namespace: values.namespace,
  });
  const news = new IdNews(backend, 'signed_out', onError);
  try {
    const stores = new PostgresStores(database, masterKeys);
    return await ended(asked, stores, new EndedSessions(stores.sessions, news, systemClock));
  } finally {
    await news.close();
    await backend.close();
  }
}

const asked = signOutAsked(process.argv.slice(2));
if (!asked) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  try {
    const sessions = await withCommandDatabase((database, keys) => signOut(asked, database, keys));
    process.stdout.write(`Ended ${sessions} ${sessions === 1 ? 'session' : 'sessions'}.\n`);
    process.exitCode = sessions > 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(
      `It failed: run it again. ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = 2;
  }
}
