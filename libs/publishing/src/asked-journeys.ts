import { type OtherJourney, type OtherJourneys } from '#journey';

/** Decorator that records for which other journeys a check has asked. */
export class AskedJourneys implements OtherJourneys {
  readonly #journeys: OtherJourneys;
  readonly #asked = new Set<string>();

  constructor(journeys: OtherJourneys) {
    this.#journeys = journeys;
  }

  /** Also those that there are not. */
  get asked(): readonly string[] {
    return [...this.#asked].sort();
  }

  get(id: string): OtherJourney | undefined {
    this.#asked.add(id);
    return this.#journeys.get(id);
  }

  *keys(): Iterable<string> {
    for (const id of this.#journeys.keys()) {
      this.#asked.add(id);
      yield id;
    }
  }
}
