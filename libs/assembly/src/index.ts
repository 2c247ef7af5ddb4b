export { EnvironmentError, readEnvironment } from './environment.js';
export type { Values, Variable } from './environment.js';
export { Health } from './health.js';
export type { Dependency, Readiness } from './health.js';
export { createLogger, serializeError } from './log.js';
export { loggedAlerts } from './logged-alerts.js';
export { Metrics } from './metrics.js';
export { LocalAnnouncements } from './announcements.js';
export type { Announcements } from './announcements.js';
export { definitionCompiler, publishJourney, publishJourneys } from './publish-journeys.js';
export type { Published } from './publish-journeys.js';
export { meteredAuthorities } from './metered-authorities.js';
export { meteredJourneyStore } from './metered-journey-store.js';
export { NestLog } from './nest-log.js';
export { PROCESS_VARIABLES, port, texts, url } from './variables.js';
export type { LogLevel } from './variables.js';
export {
  ANNOUNCEMENTS,
  CATALOGUE,
  CLOCK,
  DEFINITION_STORE,
  DISPATCH_STORE,
  JOURNEY_STORE,
  LOGGER,
  OPS_STORE,
  PAUSE_STORE,
  PERSON_VAULT,
} from './tokens.js';
