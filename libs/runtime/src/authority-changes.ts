import { dateAt } from '#calendar';
import { type ServiceCatalogue } from '#journey';
import { type CorrectionSuccession } from './corrections/correction-succession.js';
import { type JourneyRuntime } from './journey-runtime.js';
import { type CalendarClock, type CorrectionStore, type DispatchStore } from './ports.js';

export interface AuthorityChangesParts {
  readonly runtime: Pick<JourneyRuntime, 'passOn'>;
  readonly dispatches: Pick<DispatchStore, 'asked' | 'journeysAsking'>;
  readonly corrections: Pick<CorrectionStore, 'asking'>;
  readonly succession: Pick<CorrectionSuccession, 'passOn'>;
  readonly catalogue: Pick<ServiceCatalogue, 'service' | 'directory'>;
  readonly calendar: CalendarClock;
}

const PAGE = 200;

/**
 * Batch job: when something passes from one authority to another, it goes once over all that is under way, and over corrections without
 * an answer. What it has done it finds done, so that it may be broken off, or run in several processes.
 */
export class AuthorityChanges {
  readonly #parts: AuthorityChangesParts;
  #doneOn = '';

  constructor(parts: AuthorityChangesParts) {
    this.#parts = parts;
  }

  /**
   * The pass of the last day on which something has changed, unless this process has made it.
   *
   * @returns how many were looked at
   */
  async round(): Promise<number> {
    const { catalogue, calendar, dispatches } = this.#parts;
    const { directory } = catalogue;
    const today = dateAt(calendar.now());
    const day = directory?.changes.findLast(change => change <= today);
    if (!directory || day === undefined || day === this.#doneOn) return 0;
    let count = 0;
    for (const { service, authority } of await dispatches.asked()) {
      const contract = catalogue.service(service);
      if (!contract || authority === contract.authority) continue;
      if (directory.heirOf(contract, authority, today).authority === authority) continue;
      count += await this.#passOn(service, authority, day);
    }
    this.#doneOn = day;
    return count;
  }

  async #passOn(service: string, authority: string, day: string): Promise<number> {
    const { dispatches, runtime, corrections, succession } = this.#parts;
    const journeys = await inPages(
      after => dispatches.journeysAsking(service, authority, PAGE, after),
      journey => runtime.passOn(journey, day),
    );
    const asked = await inPages(
      after => corrections.asking(service, authority, PAGE, after),
      correction => succession.passOn(correction, day),
    );
    return journeys + asked;
  }
}

async function inPages(
  read: (after?: string) => Promise<readonly string[]>,
  each: (id: string) => Promise<void>,
): Promise<number> {
  let count = 0;
  for (let after: string | undefined; ;) {
    const page = await read(after);
    for (const id of page) await each(id);
    count += page.length;
    if (page.length < PAGE) return count;
    after = page.at(-1);
  }
}
