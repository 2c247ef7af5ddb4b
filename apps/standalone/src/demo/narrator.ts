import { type JourneyDocument } from '../../../api/src/citizen/journey-document.js';
import { type LedgerEntry } from '../../../authorities/src/ledger/ledger-entry.js';

/** Tells on a terminal what happens, each thing once. */
export class Narrator {
  readonly #happened = new Set<string>();
  readonly #ledger = new Set<string>();
  readonly #waiting = new Map<string, string>();
  readonly #began = Date.now();
  readonly #write: (line: string) => void;

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  say(line: string): void {
    const seconds = ((Date.now() - this.#began) / 1000).toFixed(1).padStart(6);
    this.#write(`${seconds}s  ${line}`);
  }

  /** What is new in the journey since it was last told. */
  journey(journey: JourneyDocument): void {
    for (const { id, by = '', text, entered } of journey.happened) {
      if (this.#happened.has(id)) continue;
      this.#happened.add(id);
      const where = entered.map(state => state.text).filter(Boolean);
      this.say(`${by.padEnd(11)} ${text}${where.length > 0 ? `  ->  ${where.join(' · ')}` : ''}`);
    }
    for (const { service, authorityName, tier, stage, due } of journey.authorities) {
      if (this.#waiting.get(service) === stage) continue;
      this.#waiting.set(service, stage);
      const until = due === undefined ? '' : `, at the latest ${due.slice(0, 10)}`;
      if (stage === 'accepted')
        this.say(`waiting     ${authorityName} (${tier}) has it and answers later${until}`);
      if (stage === 'delayed') {
        this.say(`waiting     ${authorityName} (${tier}) cannot be reached; we try again. Not your doing.`);
      }
    }
  }

  /** Which data an authority was given. */
  ledger(entries: readonly LedgerEntry[]): void {
    for (const { authority, service, key, kind, categories } of entries) {
      if (this.#ledger.has(key) || kind === 'duplicate') continue;
      this.#ledger.add(key);
      if (categories.length > 0) {
        this.say(`disclosed   to ${authority}, for ${service}: ${categories.join(', ')}`);
      }
    }
  }
}
