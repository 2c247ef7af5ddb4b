export { openDatabase, type Database, type DatabaseOptions } from './database.js';
export { MASTER_KEYS_VARIABLE } from './master-keys-variable.js';
export { migrate } from './migrating/migrate.js';
export { PostgresBrowserSessionStore } from './postgres-browser-session-store.js';
export { PostgresJourneyStore } from './postgres-journey-store.js';
export { PostgresModule, type PostgresModuleOptions } from './postgres.module.js';
export { PostgresStores } from './postgres-stores.js';
export { type ClonedMasterKeys, MasterKeys } from './sealing/master-keys.js';
export { Rewrapping } from './sealing/rewrapping.js';
