export { assemble, authorityIds } from './assemble.js';
export type { Assembly, AssemblyOptions } from './assemble.js';
export { assembleFrom } from './assemble-from.js';
export { AssemblyModule } from './assembly.module.js';
export { FileErasureList } from './file-erasure-list.js';
export { openErasing } from './open-erasing.js';
export type { ErasingOptions } from './open-erasing.js';
export { EnvironmentError, readEnvironment } from './environment.js';
export type { Values, Variable } from './environment.js';
export { Health } from './health.js';
export type { Dependency, Readiness } from './health.js';
export { createLogger, withoutCpr } from './log.js';
export { Metrics } from './metrics.js';
export { NestLog } from './nest-log.js';
export { CheckTooLong } from './publishing/check-too-long.js';
export { JourneyChecks } from './publishing/journey-checks.js';
export { publishJourney, publishJourneys } from './publishing/publish-journeys.js';
export type { Published } from './publishing/publish-journeys.js';
export { runProcess } from './run-process.js';
export type { Running } from './run-process.js';
export { systemClock } from './system-clock.js';
export {
  AUDIT_LOG,
  CATALOGUE,
  CLOCK,
  DEFINITION_STORE,
  DISPATCH_STORE,
  JOURNEY_STORE,
  LOGGER,
  OPS_STORE,
  PAUSE_STORE,
  PERSON_VAULT,
  SESSION_STORE,
} from './tokens.js';
export { requireTransport } from './transport.js';
export { PROCESS_VARIABLES, networks, port, url, wholeNumber } from './variables.js';
export type { LogLevel } from './variables.js';
