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
