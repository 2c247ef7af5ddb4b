export { ApplicableSchemas } from './applicable-schemas.js';
export { type JsonSchema } from './applicators.js';
export { canonicalJson } from './canonical-json.js';
export { cprDigits, cprNumber } from './cpr-number.js';
export { propertiesOf } from './fields.js';
export { isObject } from './json.js';
export {
  type PersonLocation,
  personLocations,
  personsNamedIn,
  replacePersons,
  withPersons,
} from './persons.js';
export { type DataPath, valueAt, withValues } from './data-path.js';
export { keysOf, pointerTo } from './pointer.js';
export { resolve } from './resolve.js';
export { everySchema } from './visit.js';
