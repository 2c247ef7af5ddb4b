export { type Dependency, type Readiness } from './health.js';
export { createLogger, LOGGER, withoutCpr } from './log.js';
export { Metrics } from './metrics.js';
export { NestLog } from './nest-log.js';
export {
  MetricsToken,
  StatusModule,
  TelemetryModule,
  type TelemetryModuleOptions,
} from './telemetry.module.js';
