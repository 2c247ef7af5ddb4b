import { EdgeError } from '../problem/edge-error.js';

/** Documents that come in at once in this process; each holds a piece of 64 kB and what is on the line. */
const MOST = 64;
/** Of one person. */
const MOST_OF_PERSON = 3;

/** *Bulkhead*: documents that come in at once. They take no places from other requests, for they take as long as the line is slow. */
export class Uploads {
  readonly #underWay = new Map<string, number>();
  #all = 0;

  /** @throws EdgeError `unavailable` when there is no room for another */
  async run<T>(person: string, work: () => Promise<T>): Promise<T> {
    const mine = this.#underWay.get(person) ?? 0;
    if (this.#all >= MOST || mine >= MOST_OF_PERSON) {
      throw new EdgeError(
        'unavailable',
        'Too many documents are being sent at once; send it again shortly.',
        {
          headers: { 'Retry-After': '1' },
        },
      );
    }
    this.#all += 1;
    this.#underWay.set(person, mine + 1);
    try {
      return await work();
    } finally {
      this.#all -= 1;
      const left = (this.#underWay.get(person) ?? 1) - 1;
      if (left > 0) this.#underWay.set(person, left);
      else this.#underWay.delete(person);
    }
  }
}
