export { type Dependency, Health, type Readiness } from './health.js';
export { createLogger, withoutCpr } from './log.js';
export { LOGGER } from './logger.js';
export { loggedAlerts } from './logged-alerts.js';
export { meteredAuthorities } from './metered-authorities.js';
export { meteredJourneyStore } from './metered-journey-store.js';
export { Metrics } from './metrics.js';
export { NestLog } from './nest-log.js';
