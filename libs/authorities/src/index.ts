export { authorityIds } from './authority-ids.js';
export { AuthorityClient, type AuthorityClientOptions } from './authority-client.js';
export { AuthorityInbox, type FinalReply } from './authority-inbox.js';
export { AuthorityRights } from './authority-rights.js';
export { AuthoritiesModule } from './authorities.module.js';
export { Catalogue } from './catalogue.js';
export { type Authority, type RegisterEvent, type Service } from './contract/contract.js';
export { ContractError } from './contract/contract-error.js';
export { ContractValidators } from './contract-validators.js';
export {
  AUTHORITY_HEADER,
  authoritySecret,
  deriveBearerToken,
  SIGNATURE_HEADER,
  type SignatureCheck,
  type SignatureFault,
  type SignedRequest,
  signRequest,
  TIMESTAMP_HEADER,
  verifySignature,
} from './signature.js';
export { type SchemaFault } from './schema-validators.js';
export { HttpClient, HttpError, type HttpFault, type HttpRequest, type HttpResponse } from './http-client.js';
