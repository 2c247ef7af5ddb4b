import { InvariantError } from '#runtime';
import type { Json } from '#statechart';
import { openJson, sealJson } from './sealed-json.js';

/** What is sealed in a journey, and where it stands: `state/7`, `journal/7`, `dispatch/3/input` … */
export type Place = `${'state' | 'journal' | 'dispatch' | 'message' | 'draft'}/${string}`;

/** The key of one journey's data. What it has sealed opens only in this journey and at the same place. */
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

  seal(place: Place, value: Json): Buffer {
    return sealJson(this.#key, `${this.#journey}/${place}`, value);
  }

  /** @throws InvariantError `unsealable` when the data are not what was sealed at this place */
  open(place: Place, sealed: Buffer): Json {
    try {
      return openJson(this.#key, `${this.#journey}/${place}`, sealed);
    } catch (error) {
      throw new InvariantError(
        'unsealable',
        `${place} of journey ${this.#journey} cannot be opened: it is not what was sealed there`,
        { cause: error },
      );
    }
  }
}
