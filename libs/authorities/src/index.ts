export { AuthorityClient } from './authority-client.js';
export type { AuthorityClientOptions } from './authority-client.js';
export { AuthorityInbox } from './authority-inbox.js';
export type { FinalReply } from './authority-inbox.js';
export { Catalogue } from './catalogue.js';
export type { CatalogueData } from './catalogue.js';
export type { Authority, RegisterEvent, Service } from './contract.js';
export { ContractError } from './contract-error.js';
export type { ContractFault } from './contract-error.js';
export { ContractValidators } from './contract-validators.js';
export type { DataCategory } from './data-category.js';
export {
  AUTHORITY_HEADER,
  authoritySecret,
  deriveBearerToken,
  SIGNATURE_HEADER,
  signRequest,
  TIMESTAMP_HEADER,
  verifySignature,
} from './signature.js';
export type { SignatureCheck, SignatureFault, SignedRequest } from './signature.js';
export { personsIn } from './person-fields.js';
export type { SchemaFault } from './schema-validators.js';
export { HttpClient, HttpError, type HttpFault, type HttpRequest, type HttpResponse } from './http-client.js';
