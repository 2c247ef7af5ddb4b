import { randomBytes } from 'node:crypto';
import {
  type AppraisalStore,
  type AssistanceStore,
  type AuditLog,
  type BrowserSessionStore,
  type CalendarFeedStore,
  type CorrectionStore,
  type DefinitionStore,
  type DisclosureLog,
  type DispatchStore,
  type DocumentStore,
  type DraftStore,
  type DueStore,
  type ErasureStore,
  type GivenMandateStore,
  type JourneyStore,
  type KeyedDigest,
  type SecondChannelStore,
  type FeedbackStore,
  type MandateStore,
  type MessageStore,
  type OpsStore,
  type OverviewStore,
  type PauseStore,
  type PersonVault,
  type OpsSessionStore,
  type SessionStore,
  type SigningKeyStore,
  type SettingStore,
} from '#runtime';
import { MasterKeys, openDatabase, PostgresStores } from '#postgres';
import { MemoryStores } from '../../../libs/runtime/src/memory/index.js';
import { migratedDatabase } from '../../support/migrated-database.js';

export interface Stores {
  readonly journeys: JourneyStore;
  readonly dispatches: DispatchStore;
  readonly due: DueStore;
  readonly documents: DocumentStore;
  readonly drafts: DraftStore;
  readonly assistances: AssistanceStore;
  readonly corrections: CorrectionStore;
  readonly given: GivenMandateStore;
  readonly secondChannels: SecondChannelStore;
  readonly feedback: FeedbackStore;
  readonly mandates: MandateStore;
  readonly messages: MessageStore;
  readonly settings: SettingStore;
  readonly overviews: OverviewStore;
  readonly calendarFeeds: CalendarFeedStore;
  readonly appraisals: AppraisalStore;
  readonly definitions: DefinitionStore;
  readonly persons: PersonVault;
  readonly pauses: PauseStore;
  readonly disclosures: DisclosureLog;
  readonly ops: OpsStore;
  readonly opsSessions: OpsSessionStore;
  readonly sessions: SessionStore;
  readonly browserSessions: BrowserSessionStore;
  readonly signingKeys: SigningKeyStore;
  readonly audit: AuditLog;
  readonly digests: KeyedDigest;
  readonly erasures: ErasureStore;
}

interface OpenStores {
  readonly stores: Stores;
  /** The same stores as another process would have them, sharing nothing in memory but what is stored. */
  elsewhere(): Stores;
  close(): Promise<void>;
}

interface StoreAdapter {
  readonly name: string;
  open(): Promise<OpenStores>;
}

const memory: StoreAdapter = {
  name: 'memory',
  open: async () => {
    const stores = new MemoryStores();
    return { stores, elsewhere: () => stores, close: async () => undefined };
  },
};

const postgres: StoreAdapter = {
  name: 'Postgres',
  open: async () => {
    const { url, drop } = await migratedDatabase();
    const keys = new MasterKeys([randomBytes(32)]);
    const databases = [openDatabase({ url, connections: 4 })];
    return {
      stores: new PostgresStores(databases[0]!, keys),
      elsewhere: () => {
        const database = openDatabase({ url, connections: 2, groupConnections: 2 });
        databases.push(database);
        return new PostgresStores(database, keys);
      },
      close: async () => {
        await Promise.all(databases.map(database => database.close()));
        await drop();
      },
    };
  },
};

/** Every adapter of the stores' ports. */
const STORE_ADAPTERS: readonly StoreAdapter[] = [memory, postgres];

/**
 * @param stores are there while a test runs
 * @param elsewhere the same stores as another process has them
 */
type StoreSuite = (stores: Stores, elsewhere: () => Stores) => void;

/** Contract tests: a suite that every adapter of the stores' ports passes, over stores that all its tests share. */
export function describeStores(title: string, suite: StoreSuite): void {
  describeEach(title, suite, { before: beforeAll, after: afterAll });
}

/** The same, with new stores for each test. */
export function describeFreshStores(title: string, suite: StoreSuite): void {
  describeEach(title, suite, { before: beforeEach, after: afterEach });
}

function describeEach(
  title: string,
  suite: StoreSuite,
  { before, after }: { readonly before: jest.Lifecycle; readonly after: jest.Lifecycle },
): void {
  describe.each(STORE_ADAPTERS)(title, adapter => {
    let opened: OpenStores;
    before(async () => {
      opened = await adapter.open();
    });
    after(() => opened?.close());
    const stores = new Proxy({} as Stores, { get: (_, port: keyof Stores) => opened.stores[port] });
    suite(stores, () => opened.elsewhere());
  });
}
