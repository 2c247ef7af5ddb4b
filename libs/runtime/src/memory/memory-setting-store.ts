import { DEFAULT_SETTINGS, type Settings, type SettingStore } from '../ports.js';
import { type MemoryTables } from './memory-tables.js';

/** Preferences of persons in memory. */
export class MemorySettingStore implements SettingStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async find(person: string): Promise<Settings> {
    return this.#tables.settings.get(person) ?? DEFAULT_SETTINGS;
  }

  async save(person: string, { language }: Settings): Promise<void> {
    this.#tables.settings.set(person, { language });
  }
}
