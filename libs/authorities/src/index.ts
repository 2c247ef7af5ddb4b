export { Catalogue, CONTRACTS_FOLDER } from './catalogue.js';
export type { Authority, RegisterEvent, Service } from './contract.js';
export { checkExamples } from './check-examples.js';
export type { ExampleFault } from './check-examples.js';
export { ContractError } from './contract-error.js';
export type { ContractFault } from './contract-error.js';
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
