import { daysBetween } from '#calendar';
import { type JsonObject } from '#statechart';
import { type Delivery } from '../../../apps/authorities/src/outgoing/outbox.js';
import { ANNA } from './people.js';
import { type Person, type StormWorld } from './storm-world.js';

/** One report of a register, and what became of it. */
export interface Report {
  readonly id: string;
  readonly event: string;
  readonly about: Person;
  delivery?: Delivery;
}

const DAY = 86_400_000;

/** Registers that report what journeys wait to hear: the example of the contract, told of a citizen, these days. */
export function registerNews({
  authorities,
  catalogue,
  today,
}: Pick<StormWorld, 'authorities' | 'catalogue' | 'today'>): {
  readonly reports: readonly Report[];
  report(event: string, about: Person): boolean;
} {
  const reports: Report[] = [];
  return {
    reports,
    report: (event, about) => {
      const told = catalogue.registerEvent(event);
      if (!told) return false;
      const examplesAsOf = catalogue.authorities().find(({ id }) => id === told.authority)!.examplesAsOf;
      const days = daysBetween(examplesAsOf, today());
      const data = JSON.parse(JSON.stringify(told.example), (_, value: unknown) =>
        value === ANNA ? about.cpr : typeof value === 'string' ? shifted(value, days) : value,
      ) as JsonObject;
      const { id, delivery } = authorities.simulations.report(told, data, {
        twice: reports.length % 3 === 0,
      });
      const report: Report = { id, event, about };
      reports.push(report);
      // Rejects only when everything ends.
      delivery.then(
        became => (report.delivery = became),
        () => undefined,
      );
      return true;
    },
  };
}

function shifted(text: string, days: number): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  return new Date(Date.parse(text) + days * DAY).toISOString().slice(0, 10);
}
