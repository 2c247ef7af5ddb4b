import { type Alerts } from '../ports.js';

/** Keeps the alerts that were raised. */
export class MemoryAlerts implements Alerts {
  readonly raised: Parameters<Alerts['raise']>[0][] = [];

  raise(alert: Parameters<Alerts['raise']>[0]): void {
    this.raised.push(alert);
  }
}
