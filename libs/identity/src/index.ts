export { readBearerToken } from './read-bearer-token.js';
export { bearerOf, type Caller, type CallerRole, reaches } from './caller.js';
export { claimedPerson } from './claimed-person.js';
export { IdentityModule } from './identity.module.js';
export { LocalIssuer, type LocalIssuerOptions } from './local-issuer.js';
export { localIssuerServer, type SamplePerson } from './local-issuer-server.js';
export { TokenError, type TokenErrorCode } from './token-error.js';
export { NSIS, TokenVerifier, type TrustedIssuer } from './token-verifier.js';
