export { ApplicableSchemas } from './applicable-schemas.js';
export { type Applicator, type JsonSchema } from './applicators.js';
export { canonicalJson } from './canonical-json.js';
export { cprDigits, cprNumber } from './cpr-number.js';
export { echo, substituted } from './substituted.js';
export { type AppliedSchema, appliedSchemas, type Field, fieldsOf, propertiesOf } from './fields.js';
export { isObject, type Json, type JsonObject, listOf } from './json.js';
export {
  type PersonLocation,
  personLocations,
  personsNamedIn,
  replacePersons,
  withPersons,
} from './persons.js';
export { DOCUMENT_FORMAT, documentsIn, type LocatedText } from './texts-of-format.js';
export { type DataPath, valueAt } from './data-path.js';
export { keysOf, pointerTo } from './pointer.js';
export { referencePath, resolve } from './resolve.js';
export { isUuid, UUID } from './uuid.js';
export { everySchema, mapSubschemas, subschemas } from './visit.js';
