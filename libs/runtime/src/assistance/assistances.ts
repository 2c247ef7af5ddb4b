import { randomUUID } from 'node:crypto';
import { addPeriod, dateAt, type IsoDate, startOfDay } from '#calendar';
import { type Definitions } from '../definitions.js';
import { RequestError } from '../errors.js';
import {
  type Announcer,
  type AssistanceStore,
  type CalendarClock,
  type JourneyStore,
  type MandateStore,
} from '../ports.js';
import { type Reach } from '../mandates/mandate.js';
import { noMandate } from '../mandates/mandates.js';
import { type Assistance } from './assistance.js';
import { reachOfAssistance } from './reach.js';

/** For how long a signed letter may be acted on. What is older is asked for anew: the writer may have thought better of it. */
const LETTER_IS_GOOD_FOR = 'P1M';

/** Whom a caseworker wants to help, and how they know who it is. */
export type AssistanceRequest = Omit<Assistance, 'id' | 'from' | 'until' | 'ended'>;

export interface AssistancesParts {
  readonly assistances: AssistanceStore;
  readonly mandates: Pick<MandateStore, 'between'>;
  readonly journeys: Pick<JourneyStore, 'journeysOf'>;
  readonly definitions: Pick<Definitions, 'ownOnly'>;
  readonly calendar: CalendarClock;
  readonly announcer: Announcer;
}

/** *Delegated access* of caseworkers: whom each of them helps today. */
export class Assistances {
  readonly #parts: AssistancesParts;

  constructor(parts: AssistancesParts) {
    this.#parts = parts;
  }

  /**
   * Begins at once and ends at midnight, for whoever is helped tomorrow shows who they are tomorrow.
   *
   * @throws RequestError `not-impartial` for oneself, one's family and whoever one has a case with; `invalid` for a letter without its
   *   day, from a day to come, or too old
   */
  async begin(request: AssistanceRequest): Promise<Assistance> {
    const { assistances, calendar } = this.#parts;
    const from = calendar.now();
    const today = dateAt(from);
    refuseLetter(request, today);
    await this.#refusePartiality(request);
    const assistance = { ...request, id: randomUUID(), from, until: startOfDay(addPeriod(today, 'P1D')) };
    await assistances.add(assistance);
    return assistance;
  }

  /** In which kinds of journeys a caseworker may help by it. */
  reach(assistance: Assistance): Promise<Reach> {
    return reachOfAssistance(this.#parts, assistance, this.#parts.calendar.now());
  }

  /** A caseworker's own that are open now, the newest first. */
  of(caseworker: string): Promise<readonly Assistance[]> {
    return this.#parts.assistances.of(caseworker, this.#parts.calendar.now());
  }

  /**
   * That by which a caseworker helps a person now. Whoever stands before them comes before a letter: it reaches further.
   *
   * @throws RequestError `no-mandate` when there is none, in the same words whoever the person is
   */
  async inForce(caseworker: string, person: string, authority: string): Promise<Assistance> {
    const found = (await this.of(caseworker)).filter(
      open => open.person === person && open.authority === authority,
    );
    const assistance = found.find(({ identified }) => identified === 'counter') ?? found[0];
    if (!assistance) throw noMandate();
    return assistance;
  }

  /** Ends it, and tells whoever listens to a journey of the person to look again. @returns whether there was one to end */
  async end(id: string, caseworker: string): Promise<boolean> {
    const { assistances, journeys, announcer, calendar } = this.#parts;
    const found = await assistances.find(id);
    if (!found || !(await assistances.end(id, caseworker, calendar.now()))) return false;
    announcer.announce((await journeys.journeysOf([found.person])).map(({ journey }) => journey));
    return true;
  }

  /** Nobody handles a matter of their own, of their family or of whoever they have one with (forvaltningsloven § 3, stk. 1, nr. 1 and 2). */
  async #refusePartiality({ caseworker, person }: AssistanceRequest): Promise<void> {
    const { mandates, journeys } = this.#parts;
    const [kin, own, theirs] = await Promise.all([
      Promise.all([mandates.between(caseworker, person), mandates.between(person, caseworker)]),
      journeys.journeysOf([caseworker]),
      journeys.journeysOf([person]),
    ]);
    const shared = theirs.some(({ journey }) => own.some(mine => mine.journey === journey));
    if (caseworker !== person && kin.flat().length === 0 && !shared) return;
    throw new RequestError(
      'not-impartial',
      'a caseworker does not help themselves, their family or whoever they have a case with',
    );
  }
}

function refuseLetter({ identified, receivedOn }: AssistanceRequest, today: IsoDate): void {
  const isLetter = identified === 'letter';
  if (!isLetter && receivedOn === undefined) return;
  const isGood =
    receivedOn !== undefined && receivedOn <= today && addPeriod(receivedOn, LETTER_IS_GOOD_FOR) >= today;
  if (isLetter && isGood) return;
  throw new RequestError('invalid', 'the day on which the letter was received does not fit', [
    {
      path: '/receivedOn',
      code: isLetter ? 'letterDay' : 'unexpected',
      message: isLetter
        ? 'must be the day on which the letter was received, at most a month ago'
        : 'is for letters alone',
    },
  ]);
}
