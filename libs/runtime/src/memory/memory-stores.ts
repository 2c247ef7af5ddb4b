import { MemoryAssistanceStore } from './memory-assistance-store.js';
import { MemoryAuditLog } from './memory-audit-log.js';
import { MemoryBrowserSessionStore } from './memory-browser-session-store.js';
import { MemoryDefinitionStore } from './memory-definition-store.js';
import { MemoryDisclosureLog } from './memory-disclosure-log.js';
import { MemoryDispatchStore } from './memory-dispatch-store.js';
import { MemoryDocumentStore } from './memory-document-store.js';
import { MemoryDraftStore } from './memory-draft-store.js';
import { MemoryDueStore } from './memory-due-store.js';
import { MemoryErasureStore } from './memory-erasure-store.js';
import { MemoryJourneyStore } from './memory-journey-store.js';
import { MemoryKeyedDigest } from './memory-keyed-digest.js';
import { MemoryMandateStore } from './memory-mandate-store.js';
import { MemoryMessageStore } from './memory-message-store.js';
import { MemoryOpsStore } from './memory-ops-store.js';
import { MemoryPauseStore } from './memory-pause-store.js';
import { MemoryPersonVault } from './memory-person-vault.js';
import { MemoryOpsSessionStore } from './memory-ops-session-store.js';
import { MemorySessionStore } from './memory-session-store.js';
import { MemorySigningKeyStore } from './memory-signing-key-store.js';
import { MemorySettingStore } from './memory-setting-store.js';
import { MemoryTables } from './memory-tables.js';

/** Every store, on the same tables in memory. */
export class MemoryStores {
  readonly tables = new MemoryTables();
  readonly journeys = new MemoryJourneyStore(this.tables);
  readonly dispatches = new MemoryDispatchStore(this.tables);
  readonly due = new MemoryDueStore(this.tables);
  readonly documents = new MemoryDocumentStore(this.tables);
  readonly assistances = new MemoryAssistanceStore(this.tables);
  readonly mandates = new MemoryMandateStore(this.tables);
  readonly messages = new MemoryMessageStore(this.tables);
  readonly settings = new MemorySettingStore(this.tables);
  readonly drafts = new MemoryDraftStore(this.tables);
  readonly pauses = new MemoryPauseStore(this.tables);
  readonly audit = new MemoryAuditLog();
  readonly disclosures = new MemoryDisclosureLog(this.tables, this.audit);
  readonly ops = new MemoryOpsStore(this.tables);
  readonly definitions = new MemoryDefinitionStore();
  readonly digests = new MemoryKeyedDigest();
  readonly persons = new MemoryPersonVault();
  readonly opsSessions = new MemoryOpsSessionStore();
  readonly sessions = new MemorySessionStore();
  readonly browserSessions = new MemoryBrowserSessionStore(this.sessions);
  readonly signingKeys = new MemorySigningKeyStore();
  readonly erasures = new MemoryErasureStore(this.tables, this.persons, this.sessions);
}
