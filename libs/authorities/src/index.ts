export { AuthoritiesModule } from './authorities.module.js';
export { AuthorityClient } from './authority-client.js';
export type { AuthorityClientOptions } from './authority-client.js';
export { AuthorityInbox } from './authority-inbox.js';
export type { LateReply } from './authority-inbox.js';
export { Catalogue, CONTRACTS_FOLDER } from './catalogue.js';
export type { Authority, RegisterEvent, Service } from './contract.js';
export { checkExamples } from './check-examples.js';
export type { ExampleFault } from './check-examples.js';
export { ContractError } from './contract-error.js';
export type { ContractFault } from './contract-error.js';
export { ContractValidators } from './contract-validators.js';
export { DATA_CATEGORIES } from './data-category.js';
export type { DataCategory } from './data-category.js';
export {
  AUTHORITY_HEADER,
  authoritySecret,
  bearerToken,
  SIGNATURE_HEADER,
  SIGNATURE_TOLERANCE,
  signRequest,
  TIMESTAMP_HEADER,
  verifySignature,
} from './signature.js';
export type { SignatureCheck, SignatureFault, SignedRequest } from './signature.js';
export { personsIn } from './person-fields.js';
export type { SchemaFault } from './schema-validators.js';
