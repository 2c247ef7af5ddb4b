import { type Logger } from 'pino';
import { type Alerts } from '#runtime';
import { type Metrics } from './metrics.js';

/** Alerting by log lines of level error and a counter: who is called, and how, is decided where logs and metrics are read. */
export function loggedAlerts(logger: Logger, metrics: Metrics): Alerts {
  return {
    raise(alert) {
      metrics.alerts.inc({ code: alert.code });
      logger.error({ alert }, 'alert');
    },
  };
}
