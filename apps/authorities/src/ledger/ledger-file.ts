import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type JsonObject } from '#statechart';
import { type CallbackStatus, type LedgerEntry, type LedgerRecord } from './ledger-entry.js';

/** One line of the file. */
export type LedgerLine =
  | { readonly record: LedgerRecord }
  | { readonly duplicate: LedgerEntry }
  | { readonly report: { readonly event: string; readonly data: JsonObject } }
  | {
      readonly callback: {
        readonly authority: string;
        readonly key: string;
        readonly status: CallbackStatus;
      };
    };

/** The file holds what was asked, CPR numbers included. */
const OWNER_ONLY = 0o600;

/**
 * The ledger on disk, one JSON document a line. A line is written before the request is answered, so that a process that
 * is killed has told nobody of an effect that is not in the file.
 */
export class LedgerFile {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
    mkdirSync(dirname(path), { recursive: true });
  }

  append(line: LedgerLine): void {
    appendFileSync(this.#path, `${JSON.stringify(line)}\n`, { mode: OWNER_ONLY });
  }

  /** The lines so far; one that was cut short when the process was killed is left out. */
  lines(): readonly LedgerLine[] {
    if (!existsSync(this.#path)) return [];
    const text = readFileSync(this.#path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole !== text) appendFileSync(this.#path, '\n');
    return whole
      .split('\n')
      .filter(line => line !== '')
      .flatMap(line => {
        try {
          return [JSON.parse(line) as LedgerLine];
        } catch {
          return [];
        }
      });
  }
}
