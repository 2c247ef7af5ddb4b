import { type Definitions } from '../definitions.js';
import { RequestError } from '../errors.js';
import {
  type Announcer,
  type CalendarClock,
  type DraftStore,
  type JourneyStore,
  type MandateStore,
} from '../ports.js';
import { type Mandate } from './mandate.js';
import { mandatesInForce } from './mandates.js';

export interface MandateEndsParts {
  readonly mandates: MandateStore;
  readonly definitions: Pick<Definitions, 'ownOnly'>;
  readonly drafts: Pick<DraftStore, 'dropOf'>;
  readonly journeys: Pick<JourneyStore, 'journeysOf'>;
  readonly announcer: Announcer;
  readonly calendar: CalendarClock;
}

/** *Revocation*: what is open under a mandate ends with it, unless another that is left is for it. */
export class MandateEnds {
  readonly #parts: MandateEndsParts;

  constructor(parts: MandateEndsParts) {
    this.#parts = parts;
  }

  /** Whoever listens to a journey of the person is told to look again, and what the holder has filled in and not sent is deleted. */
  async close(ended: Pick<Mandate, 'holder' | 'person'>): Promise<void> {
    const { drafts, journeys, announcer } = this.#parts;
    announcer.announce((await journeys.journeysOf([ended.person])).map(({ journey }) => journey));
    const left = await this.#left(ended);
    if (left.some(mandate => mandate.journeys === 'all')) return;
    const kept = left.flatMap(mandate => (mandate.journeys === 'all' ? [] : mandate.journeys));
    await drafts.dropOf(ended.holder, ended.person, kept);
  }

  async #left(ended: Pick<Mandate, 'holder' | 'person'>): Promise<readonly Mandate[]> {
    try {
      return await mandatesInForce(this.#parts, ended, this.#parts.calendar.now());
    } catch (error) {
      if (error instanceof RequestError) return [];
      throw error;
    }
  }
}
