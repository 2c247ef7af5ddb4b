import { type Language } from '../catalogue.js';
import { type Parts } from '../expand/parts.js';
import { type Source } from '../source.js';

/** What all definitions of one folder share. */
export interface FolderParts {
  readonly forms: Readonly<Record<string, Source>>;
  readonly texts: Readonly<Partial<Record<Language, Source>>>;
  readonly parameters?: Source;
  /** The journey's own, and those that all journeys share. */
  readonly parts?: Parts;
}
