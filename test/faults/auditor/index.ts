export type { Accounts, Acknowledged, JourneyAccount, Reading } from './accounts.js';
export { auditEverything } from './audit-everything.js';
export type { Finding, Property } from './finding.js';
export { readAccounts } from './read-accounts.js';
