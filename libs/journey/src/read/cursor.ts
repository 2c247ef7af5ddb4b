import { type Json } from '#statechart';
import { type Words } from '../catalogue.js';
import { type SourcePath } from '../source.js';

/**
 * Read cursor: a value of a YAML file with the path that leads to it. What shape a value must have, the JSON Schemas say;
 * one of another shape is read as empty, so that a definition can be looked at before it is known to be well formed.
 */
export class Cursor {
  constructor(
    readonly value: Json,
    readonly path: SourcePath = [],
  ) {}

  /** The value under `key`, or undefined when it is absent or null. */
  get(key: string): Cursor | undefined {
    const value = isRecord(this.value) ? this.value[key] : undefined;
    return value === undefined || value === null ? undefined : new Cursor(value, [...this.path, key]);
  }

  /** The members of a mapping; a key with no value gives an empty mapping. */
  entries(): [string, Cursor][] {
    return Object.entries(this.record()).map(([key, value]) => [
      key,
      new Cursor(value ?? {}, [...this.path, key]),
    ]);
  }

  /** A list, or one thing standing for a list of one. */
  items(): Cursor[] {
    if (!Array.isArray(this.value)) return [this];
    return (this.value as readonly Json[]).map((value, index) => new Cursor(value, [...this.path, index]));
  }

  /** The text under `key`; empty when there is none. */
  textAt(key: string): string {
    return this.get(key)?.text() ?? '';
  }

  text(): string {
    const { value } = this;
    return typeof value === 'object' || value === undefined ? '' : String(value);
  }

  record(): Record<string, Json> {
    return recordOf(this.value);
  }

  /** Words in both languages, `{ da: …, en: … }`; empty when there are none under `key`. */
  wordsAt(key: string): Words {
    const words = this.get(key);
    return { da: words?.textAt('da') ?? '', en: words?.textAt('en') ?? '' };
  }
}

/** The members of a mapping; of anything else none. */
export function recordOf(value: Json | undefined): Record<string, Json> {
  return isRecord(value) ? value : {};
}

export function isRecord(value: unknown): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
