import { type LedgerEntry } from '../../../authorities/src/ledger/ledger-entry.js';
import { must } from './rest.js';

/** The control side of the simulated authorities: what they will answer and report, and what they did. */
export class AuthorityControl {
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  /** How the next requests to a service are answered. */
  async script(service: string, replies: readonly object[]): Promise<void> {
    const [authority, operation] = service.split('.');
    await must('PUT', `${this.#address}/${authority}/services/${operation}/replies`, { replies });
  }

  /** Lets the held answer to a request go. */
  async release(service: string, key: string): Promise<void> {
    const [authority] = service.split('.');
    const { released } = await must<{ released: number }>(
      'POST',
      `${this.#address}/${authority}/callbacks/release`,
      { key },
    );
    if (released !== 1) throw new Error(`${service} holds no answer to ${key}`);
  }

  /** A register reports an event. */
  async report(event: string, data: object): Promise<void> {
    const [authority, name] = event.split('.');
    await must('POST', `${this.#address}/${authority}/events/${name}`, data);
  }

  /** What all authorities wrote down about one journey. */
  async ledger(journey: string): Promise<readonly LedgerEntry[]> {
    const { entries } = await must<{ entries: readonly LedgerEntry[] }>(
      'GET',
      `${this.#address}/ledger?journey=${journey}`,
    );
    return entries;
  }
}
