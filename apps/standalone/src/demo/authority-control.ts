import { type LedgerEntry } from '../../../authorities/src/ledger/ledger-entry.js';

/** The control side of the simulated authorities: how they behave, and what they did. */
export class AuthorityControl {
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  /** How a service misbehaves from now on. */
  async turn(service: string, knobs: object): Promise<void> {
    const [authority, operation] = service.split('.');
    await this.#send('PUT', `/${authority}/services/${operation}/knobs`, knobs);
  }

  /** A register reports an event. */
  async report(event: string, data: object): Promise<void> {
    const [authority, name] = event.split('.');
    await this.#send('POST', `/${authority}/events/${name}`, data);
  }

  /** What all authorities wrote down about one journey. */
  async ledger(journey: string): Promise<readonly LedgerEntry[]> {
    const { entries } = (await this.#send('GET', `/ledger?journey=${journey}`)) as { entries: LedgerEntry[] };
    return entries;
  }

  async #send(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(this.#address + path, {
      method,
      ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`authorities: ${method} ${path} gave ${response.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}
