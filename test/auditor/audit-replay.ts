import { same } from './finding.js';
import { type Audit } from './journey-case.js';

/** The journal folded through the machine gives the state, the status and the version that are stored. */
export const auditReplay: Audit = ({ replayed, record }) => [
  ...same('replay', 'status', replayed.status, record.status),
  ...same('replay', 'version', replayed.version, record.version),
  ...same('replay', 'state', replayed.state, record.state),
];
