import { type ServiceCatalogue } from '#journey';
import { dispatchId } from '../dispatch-id.js';
import {
  type CalendarClock,
  type CorrectionStore,
  type DispatchStore,
  type Doorbell,
  type WallClock,
} from '../ports.js';
import { ringLetters } from '../ring-letters.js';
import { CORRECTION } from './correction.js';
import { passedLetters } from './correction-letters.js';
import { heirOfHolder } from './holder-of-data.js';

export interface CorrectionSuccessionParts {
  readonly corrections: CorrectionStore;
  readonly dispatches: Pick<DispatchStore, 'find'>;
  readonly catalogue: ServiceCatalogue;
  readonly doorbell: Doorbell;
  readonly calendar: CalendarClock;
  readonly wall: WallClock;
}

/**
 * Legal succession, as a journey has it: a correction that nobody has taken on is addressed to the heir of its authority, one that was
 * accepted is answered by the heir, and its person is told once. Its last day stays.
 */
export class CorrectionSuccession {
  readonly #parts: CorrectionSuccessionParts;

  constructor(parts: CorrectionSuccessionParts) {
    this.#parts = parts;
  }

  /** @param day since when (`YYYY-MM-DD`) it is another's */
  async passOn(id: string, day: string): Promise<void> {
    const { corrections, dispatches, catalogue, doorbell, calendar } = this.#parts;
    const at = calendar.now();
    const correction = await corrections.find(id);
    const sent = await dispatches.find(dispatchId(id, CORRECTION));
    if (!correction || !sent) return;
    const heir = heirOfHolder(correction.service, correction.authority, catalogue, at);
    if (heir === correction.authority) return;
    const letters = passedLetters(this.#parts, correction, at, heir, day);
    if (await corrections.passOn(id, { authority: heir, input: sent.input, letters })) {
      ringLetters(doorbell, id, letters);
    }
  }
}
