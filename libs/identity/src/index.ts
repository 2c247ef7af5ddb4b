export { ACCESS_TOKEN_LIFETIME, AccessTokens, OWN_ISSUER } from './access-tokens.js';
export {
  bearerOf,
  CALLER_ROLES,
  type Caller,
  type CallerRole,
  isCallerRole,
  reaches,
  requesterOf,
  scopeOf,
} from './caller.js';
export { claimedPerson } from './claimed-person.js';
export {
  AUTHORITY_CLAIM,
  CPR_CLAIM,
  IdTokenVerifier,
  ROLES_CLAIM,
  type SignInIssuer,
} from './id-token-verifier.js';
export { EndedSessions, sessionOver } from './ended-sessions.js';
export { IdentityModule, type IdentityModuleOptions } from './identity.module.js';
export { KeyRing } from './key-ring.js';
export { NSIS, STRONG_ENOUGH } from './nsis.js';
export { readBearerToken } from './read-bearer-token.js';
export { TokenError, type TokenErrorCode } from './token-error.js';
export { TokenVerifier } from './token-verifier.js';
export { EIDAS_WAY, NSIS_OF_EIDAS, WAY_PARAMETER } from './eidas.js';
