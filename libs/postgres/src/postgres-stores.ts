import { type Erased } from '#runtime';
import { type Database } from './database.js';
import { PostgresAccessChainStore } from './postgres-access-chain-store.js';
import { PostgresAppraisalStore } from './postgres-appraisal-store.js';
import { PostgresAssistanceStore } from './postgres-assistance-store.js';
import { PostgresAuditLog } from './postgres-audit-log.js';
import { PostgresChainVerificationStore } from './postgres-chain-verification-store.js';
import { PostgresCalendarFeedStore } from './postgres-calendar-feed-store.js';
import { PostgresCorrectionStore } from './postgres-correction-store.js';
import { PostgresBrowserSessionStore } from './postgres-browser-session-store.js';
import { PostgresSecondChannelStore } from './postgres-second-channel-store.js';
import { PostgresDefinitionStore } from './postgres-definition-store.js';
import { PostgresDisclosureLog } from './postgres-disclosure-log.js';
import { PostgresDispatchStore } from './postgres-dispatch-store.js';
import { PostgresDocumentStore } from './postgres-document-store.js';
import { PostgresDraftStore } from './postgres-draft-store.js';
import { PostgresDueStore } from './postgres-due-store.js';
import { PostgresErasureStore } from './postgres-erasure-store.js';
import { PostgresGivenMandateStore } from './postgres-given-mandate-store.js';
import { PostgresFeedbackStore } from './postgres-feedback-store.js';
import { PostgresHeadKeyStore } from './postgres-head-key-store.js';
import { PostgresJourneyStore } from './postgres-journey-store.js';
import { PostgresKeyedDigest } from './postgres-keyed-digest.js';
import { PostgresMandateStore } from './postgres-mandate-store.js';
import { PostgresMessageStore } from './postgres-message-store.js';
import { PostgresOpsStore } from './postgres-ops-store.js';
import { PostgresOverviewStore } from './postgres-overview-store.js';
import { PostgresPauseStore } from './postgres-pause-store.js';
import { PostgresPersonVault } from './postgres-person-vault.js';
import { PostgresOpsSessionStore } from './postgres-ops-session-store.js';
import { PostgresSessionStore } from './postgres-session-store.js';
import { PostgresSigningKeyStore } from './postgres-signing-key-store.js';
import { PostgresSettingStore } from './postgres-setting-store.js';
import { CprSeal } from './sealing/cpr-seal.js';
import { ErasureMarks } from './sealing/erasure-marks.js';
import { JourneyKeys } from './sealing/journey-keys.js';
import { type MasterKeys } from './sealing/master-keys.js';
import { StoredSecret } from './sealing/stored-secret.js';

/** All adapters of the stores' ports, on one database and one set of keys. */
export class PostgresStores {
  readonly journeys: PostgresJourneyStore;
  readonly dispatches: PostgresDispatchStore;
  readonly due: PostgresDueStore;
  readonly documents: PostgresDocumentStore;
  readonly drafts: PostgresDraftStore;
  readonly assistances: PostgresAssistanceStore;
  readonly corrections: PostgresCorrectionStore;
  readonly given: PostgresGivenMandateStore;
  readonly secondChannels: PostgresSecondChannelStore;
  readonly feedback: PostgresFeedbackStore;
  readonly mandates: PostgresMandateStore;
  readonly messages: PostgresMessageStore;
  readonly settings: PostgresSettingStore;
  readonly overviews: PostgresOverviewStore;
  readonly calendarFeeds: PostgresCalendarFeedStore;
  readonly appraisals: PostgresAppraisalStore;
  readonly definitions: PostgresDefinitionStore;
  readonly persons: PostgresPersonVault;
  readonly pauses: PostgresPauseStore;
  readonly opsSessions: PostgresOpsSessionStore;
  readonly sessions: PostgresSessionStore;
  readonly browserSessions: PostgresBrowserSessionStore;
  readonly signingKeys: PostgresSigningKeyStore;
  readonly audit: PostgresAuditLog;
  readonly disclosures: PostgresDisclosureLog;
  readonly chains: PostgresAccessChainStore;
  readonly headKeys: PostgresHeadKeyStore;
  readonly verifications: PostgresChainVerificationStore;
  readonly ops: PostgresOpsStore;
  readonly digests: PostgresKeyedDigest;
  readonly erasures: PostgresErasureStore;
  /** For health: rejects while the database is out of reach. */
  readonly dependency: { readonly name: string; readonly ask: () => Promise<void> };
  readonly #keys: JourneyKeys;

  constructor(database: Database, masterKeys: MasterKeys) {
    const keys = new JourneyKeys(masterKeys);
    const marks = new ErasureMarks(new StoredSecret(database, masterKeys, 'erasures'));
    this.#keys = keys;
    this.journeys = new PostgresJourneyStore(database, keys);
    this.dispatches = new PostgresDispatchStore(database, keys);
    this.due = new PostgresDueStore(database);
    this.documents = new PostgresDocumentStore(database, keys);
    this.drafts = new PostgresDraftStore(database, keys);
    this.assistances = new PostgresAssistanceStore(database);
    this.corrections = new PostgresCorrectionStore(database, keys);
    this.given = new PostgresGivenMandateStore(database, keys);
    this.secondChannels = new PostgresSecondChannelStore(database, masterKeys);
    this.feedback = new PostgresFeedbackStore(database, masterKeys);
    this.mandates = new PostgresMandateStore(database, keys, this.given);
    this.messages = new PostgresMessageStore(database, keys);
    this.settings = new PostgresSettingStore(database);
    this.overviews = new PostgresOverviewStore(database, keys);
    this.calendarFeeds = new PostgresCalendarFeedStore(database);
    this.appraisals = new PostgresAppraisalStore(database);
    this.definitions = new PostgresDefinitionStore(database);
    this.persons = new PostgresPersonVault(database, new CprSeal(masterKeys));
    this.pauses = new PostgresPauseStore(database);
    this.opsSessions = new PostgresOpsSessionStore(database);
    this.sessions = new PostgresSessionStore(database);
    this.browserSessions = new PostgresBrowserSessionStore(database, masterKeys);
    this.signingKeys = new PostgresSigningKeyStore(database, masterKeys);
    this.audit = new PostgresAuditLog(database);
    this.disclosures = new PostgresDisclosureLog(database, masterKeys);
    this.chains = new PostgresAccessChainStore(database, { keys, masterKeys, marks });
    this.verifications = new PostgresChainVerificationStore(database);
    this.headKeys = new PostgresHeadKeyStore(database, masterKeys);
    this.ops = new PostgresOpsStore(database);
    this.digests = new PostgresKeyedDigest(new StoredSecret(database, masterKeys, 'digest'));
    this.erasures = new PostgresErasureStore(database, this.persons, marks);
    this.dependency = { name: 'postgres', ask: async () => void (await database.pool.query('select 1')) };
  }

  /** Drops the keys of journeys that have been erased. Without it they are useless, and stay in memory for a while. */
  forget(journeys: Erased): void {
    if (journeys === 'all') this.#keys.forgetAll();
    else for (const journey of journeys) this.#keys.forget(journey);
  }
}
