import { type Language } from '#journey';

/** Preferences of persons, for everything that is written to them. Rules: `find` gives Danish for a person who has set nothing. */
export abstract class SettingStore {
  abstract find(person: string): Promise<Settings>;
  abstract save(person: string, settings: Settings): Promise<void>;
}

export interface Settings {
  /** In which they are written to. */
  readonly language: Language;
}

export const DEFAULT_SETTINGS: Settings = { language: 'da' };
