export { type Accounts, type Acknowledged, type JourneyAccount, type Reading } from './accounts.js';
export { auditEverything } from './audit-everything.js';
export { type Finding, type Property } from './finding.js';
export { readAccounts } from './read-accounts.js';
