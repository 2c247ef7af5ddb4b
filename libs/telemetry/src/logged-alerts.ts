import { type Logger } from 'pino';
import { type Alerts } from '#runtime';
import { type Metrics } from './metrics.js';

/** Alerts as log lines of level error and as a counter: what a person is called by is decided where logs and metrics are read. */
export function loggedAlerts(logger: Logger, metrics: Metrics): Alerts {
  return {
    raise(alert) {
      metrics.alerts.inc({ code: alert.code });
      logger.error({ alert }, 'alert');
    },
  };
}
