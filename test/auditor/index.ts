export { type Acknowledged, type Effect } from './accounts.js';
export { auditEverything } from './audit-everything.js';
export { auditRows } from './audit-rows.js';
export { type Finding, type Property } from './finding.js';
export { readMemoryAccounts } from './read-memory-accounts.js';
export {
  type AccountedWorld,
  ledgerOf,
  readPostgresAccounts,
  storedJourneys,
} from './read-postgres-accounts.js';
