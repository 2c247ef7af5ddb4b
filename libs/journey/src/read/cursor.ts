import { type Json } from '#statechart';
import { type Words } from '../catalogue.js';
import { type Diagnostic } from '../diagnostic.js';
import { type Source, type SourcePath } from '../source.js';

/**
 * Walks one YAML file and says, with a place and a remedy, where it has another shape than the language asks
 * for. Every method gives something usable back, so that one reading finds all faults of a file.
 */
export class Cursor {
  readonly #diagnostics: Diagnostic[];

  constructor(
    readonly source: Source,
    diagnostics: Diagnostic[],
    readonly value: Json = source.value,
    readonly path: SourcePath = [],
  ) {
    this.#diagnostics = diagnostics;
  }

  /** The value under `key`, or undefined when it is absent or null. */
  get(key: string | number): Cursor | undefined {
    const value = isRecord(this.value) ? this.value[key] : undefined;
    if (value === undefined || value === null) return undefined;
    return new Cursor(this.source, this.#diagnostics, value, [...this.path, key]);
  }

  /** As {@link get}, and a diagnostic when it is absent. */
  need(key: string, what: string): Cursor | undefined {
    const found = this.get(key);
    if (!found && isRecord(this.value)) {
      this.fault('missing', `${this.#name()} has no ${key}.`, `Add ${key}: ${what}.`);
    }
    return found;
  }

  /** The members of a mapping; a key with no value gives an empty mapping. */
  entries(): [string, Cursor][] {
    if (!isRecord(this.value)) {
      this.#shape('a mapping');
      return [];
    }
    return Object.entries(this.value).map(([key, value]) => [
      key,
      new Cursor(this.source, this.#diagnostics, value ?? {}, [...this.path, key]),
    ]);
  }

  /** A list, or one thing standing for a list of one. */
  items(): Cursor[] {
    if (!Array.isArray(this.value)) return [this];
    return this.value.map(
      (value, index) => new Cursor(this.source, this.#diagnostics, value, [...this.path, index]),
    );
  }

  text(): string {
    if (typeof this.value === 'string') return this.value;
    if (typeof this.value === 'number' || typeof this.value === 'boolean') return String(this.value);
    this.#shape('text');
    return '';
  }

  flag(): boolean {
    if (typeof this.value !== 'boolean') this.#shape('true or false');
    return this.value === true;
  }

  record(): Record<string, Json> {
    if (isRecord(this.value)) return this.value;
    this.#shape('a mapping');
    return {};
  }

  /** Words in both languages, `{ da: …, en: … }`. */
  words(): Words {
    this.only(['da', 'en']);
    return {
      da: this.need('da', 'the Danish words')?.text() ?? '',
      en: this.need('en', 'the English words')?.text() ?? '',
    };
  }

  /** Every other key than these is a fault: a misspelt key would otherwise silently mean nothing. */
  only(keys: readonly string[]): void {
    if (!isRecord(this.value)) return this.#shape('a mapping');
    for (const key of Object.keys(this.value)) {
      if (keys.includes(key)) continue;
      const path = [...this.path, key];
      this.#report('unknown-key', path, true, `${this.#name()} knows no key ${key}.`, keysRemedy(keys, key));
    }
  }

  fault(code: string, message: string, remedy: string): void {
    this.#report(code, this.path, false, message, remedy);
  }

  #shape(expected: string): void {
    this.fault('shape', `${this.#name()} must be ${expected}.`, `Write ${expected} here.`);
  }

  #name(): string {
    return this.path.length > 0 ? this.path.join('.') : this.source.file;
  }

  #report(code: string, path: SourcePath, key: boolean, message: string, remedy: string): void {
    const { file } = this.source;
    const position = this.source.positionOf(path, { key });
    this.#diagnostics.push({ code, severity: 'error', file, ...position, message, remedy });
  }
}

export function isRecord(value: unknown): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keysRemedy(keys: readonly string[], wrong: string): string {
  if (wrong.includes(' ')) return 'Put the text in quotes: inside { } a comma ends it.';
  const near = keys.find(key => key.toLowerCase() === wrong.toLowerCase() || differsLittle(key, wrong));
  return near ? `Did you mean ${near}?` : `Use one of: ${keys.join(', ')}.`;
}

/** One letter too many, too few or wrong, or two neighbours swapped. */
function differsLittle(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
