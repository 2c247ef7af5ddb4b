import { InvariantError } from '#runtime';
import { type Json } from '#statechart';
import { openJson, sealJson } from './sealed-json.js';

/** What is sealed in a journey, and where it stands: `state/7`, `journal/7`, `dispatch/3/input` … */
export type Place = `${'state' | 'journal' | 'dispatch' | 'message' | 'draft'}/${string}`;

/** What stands in the clear beside sealed data, and may not be changed without them. Postgres takes no NUL, so that one parts them. */
type Beside = readonly string[];

/** The key of one journey's data. What it has sealed opens only in this journey, at the same place and beside the same. */
export class JourneyKey {
  readonly #journey: string;
  readonly #key: Buffer;

  /** @param wrapped as stored */
  constructor(
    journey: string,
    key: Buffer,
    readonly wrapped: Buffer,
  ) {
    this.#journey = journey;
    this.#key = key;
  }

  seal(place: Place, value: Json, beside: Beside = []): Buffer {
    return sealJson(this.#key, this.#bound(place, beside), value);
  }

  /** @throws InvariantError `unsealable` when the data are not what was sealed at this place */
  open(place: Place, sealed: Buffer, beside: Beside = []): Json {
    try {
      return this.#openBeside(place, sealed, beside);
    } catch (error) {
      throw new InvariantError(
        'unsealable',
        `${place} of journey ${this.#journey} cannot be opened: it is not what was sealed there`,
        { cause: error },
      );
    }
  }

  /** What was sealed before it was bound to what stands beside it has nothing of it in its tag; nothing sealed since can pass for that. */
  #openBeside(place: Place, sealed: Buffer, beside: Beside): Json {
    try {
      return openJson(this.#key, this.#bound(place, beside), sealed);
    } catch (error) {
      if (beside.length === 0) throw error;
      return openJson(this.#key, this.#bound(place, []), sealed);
    }
  }

  #bound(place: Place, beside: Beside): string {
    return [`${this.#journey}/${place}`, ...beside].join('\0');
  }
}
