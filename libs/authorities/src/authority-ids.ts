import { type Catalogue } from './catalogue.js';

/** The ids of all authorities of a catalogue. */
export function authorityIds(catalogue: Catalogue): readonly string[] {
  return catalogue.authorities().map(({ id }) => id);
}
