import { type Language } from '../catalogue.js';
import { type Parts } from '../expand/parts.js';
import { type Source } from '../source.js';

/** What a definition takes from its folder. */
export interface FolderParts {
  readonly forms: Readonly<Record<string, Source>>;
  readonly texts: Readonly<Partial<Record<Language, Source>>>;
  /** What this version says in their place. */
  readonly versionTexts?: Readonly<Partial<Record<Language, Source>>>;
  readonly parameters?: Source;
  /** By code of the municipality. */
  readonly overlays?: Readonly<Record<string, Source>>;
  /** The journey's own, and those that all journeys share. */
  readonly parts?: Parts;
}
