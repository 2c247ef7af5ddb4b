import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OtherJourney, type OtherJourneys } from '../catalogue.js';
import { otherJourneys } from '../with-journeys.js';
import { readJourney } from './read-journey.js';
import { SHARED_PARTS } from './read-journey-folder.js';

/** What a journey is known to others by stands in these: not in its texts and scenarios. */
const FOLDERS = ['.', 'forms', 'parts', join('..', SHARED_PARTS)];

/** *Lazy loading*: most journeys start no other, and so the others are read only when one is asked for. */
export class JourneysOnDemand implements OtherJourneys {
  readonly #folder: string;
  readonly #ids: readonly string[];
  readonly #read = new Map<string, OtherJourney | undefined>();

  /** @param folder the folder in which every journey has its own */
  constructor(folder: string, ids: readonly string[]) {
    this.#folder = folder;
    this.#ids = ids;
  }

  keys(): Iterable<string> {
    return this.#ids;
  }

  get(id: string): OtherJourney | undefined {
    if (!this.#ids.includes(id)) return undefined;
    if (!this.#read.has(id)) this.#read.set(id, otherJourney(join(this.#folder, id), id));
    return this.#read.get(id);
  }
}

function otherJourney(folder: string, id: string): OtherJourney | undefined {
  const files = FOLDERS.flatMap(inside => yamlFiles(join(folder, inside)).map(name => join(inside, name)));
  const texts = files.map(file => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')]);
  return otherJourneys(readJourney(Object.fromEntries(texts)).definitions).get(id);
}

function yamlFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter(name => /\.ya?ml$/.test(name) && !name.startsWith('.'));
  } catch {
    return [];
  }
}
