import { Catalogue } from '#authorities';
import { EndedSessions } from '#identity';
import { type MasterKeys, PostgresStores, openDatabase } from '#postgres';
import { definitionCompiler } from '#publishing';
import { Announcements, IdNews, openQueueBackend } from '#queue';
import { Definitions, Erasing, systemClock } from '#runtime';
import { FileErasureList } from './file-erasure-list.js';

export interface ErasingOptions {
  /** Postgres, with the tables of this version. */
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  readonly namespace: string;
  readonly masterKeys: MasterKeys;
  /** The list of erasures. */
  readonly erasuresFile: string;
}

/** Composition root of erasing, with no more than that takes: nothing is published, no authority is known. */
export async function openErasing(options: ErasingOptions) {
  const { databaseUrl, redisUrl, namespace, masterKeys, erasuresFile } = options;
  const onError = (error: Error): void =>
    void process.stderr.write(`A connection failed: ${error.message}\n`);
  const database = openDatabase({ url: databaseUrl, connections: 2, groupConnections: 2, onError });
  const backend = await openQueueBackend({ url: redisUrl ?? databaseUrl, onError, namespace }).catch(
    async (error: unknown) => {
      await database.close();
      throw error;
    },
  );
  const announcer = new Announcements(backend, onError);
  const news = new IdNews(backend, 'erased', onError);
  const signedOut = new IdNews(backend, 'signed_out', onError);
  const stores = new PostgresStores(database, masterKeys);
  const erasing = new Erasing({
    erasures: stores.erasures,
    list: new FileErasureList(erasuresFile),
    news,
    sessions: new EndedSessions(stores.sessions, signedOut, systemClock),
    announcer,
    definitions: new Definitions(stores.definitions, definitionCompiler(Catalogue.load())),
    calendar: systemClock,
  });
  return {
    erasing,
    erasures: stores.erasures,
    close: async (): Promise<void> => {
      await announcer.close();
      await news.close();
      await signedOut.close();
      await backend.close();
      await database.close();
    },
  };
}
