import { type CompiledJourney } from '#journey';
import { type Definitions } from '../definitions.js';
import { type JourneyView, viewOf } from '../journey-view.js';
import { type OpenedJourney } from '../opened-journey.js';
import {
  type CalendarClock,
  type JourneyStore,
  type OverviewStore,
  type PersonJourney,
  type WallClock,
} from '../ports.js';
import { readOn } from '../read-on.js';
import { endingsIn, inForce } from './endings.js';
import { overviewRequest } from './overview-request.js';
import { type Told, toldTo } from './told.js';

export interface OverviewReaderParts {
  readonly journeys: Pick<JourneyStore, 'load' | 'pageOf'>;
  readonly overviews: OverviewStore;
  readonly definitions: Definitions;
  readonly calendar: CalendarClock;
  readonly wall: WallClock;
}

/** All that is a person's, over their journeys. */
export interface Overview {
  /** Newest first, those that have ended included. */
  readonly journeys: readonly OverviewedJourney[];
  /** Whether those are all; a person with more has these, the newest, alone. */
  readonly complete: boolean;
}

export interface OverviewedJourney {
  /** Without what has happened. */
  readonly view: JourneyView;
  readonly compiled: CompiledJourney;
  /** What authorities have told, newest first. */
  readonly told: readonly Told[];
}

/** So many journeys an overview is over at most. */
const MOST_JOURNEYS = 100;

/**
 * Query side over all journeys of a person (*dashboard projection*). It takes three reads, however many the journeys are: which they are,
 * how they stand, and what authorities do and have told in them.
 */
export class OverviewReader {
  readonly #parts: OverviewReaderParts;

  constructor(parts: OverviewReaderParts) {
    this.#parts = parts;
  }

  /** @param reaches whether whoever asks may see journeys of a definition, by its id */
  async of(person: string, reaches: (definition: string) => boolean): Promise<Overview> {
    const { journeys, overviews, calendar, wall } = this.#parts;
    const found = await readOn<PersonJourney, PersonJourney>(
      { limit: MOST_JOURNEYS + 1 },
      {
        read: page => journeys.pageOf(person, page),
        keysetOf: ({ journey: id, startedAt: at }) => ({ at, id }),
        keep: all => all.filter(({ definition }) => reaches(definition)),
      },
    );
    const opened = await this.#open(found.slice(0, MOST_JOURNEYS), person);
    const rows = await overviews.rowsOf(
      opened.map(journey => overviewRequest(journey, [...journey.roles, person])),
    );
    const now = { at: calendar.now(), wall: wall.now() };
    const endings = inForce(
      opened.flatMap(journey => endingsIn(journey, rows.get(journey.record.id)?.tidings ?? [])),
    );
    return {
      journeys: opened.flatMap((journey): OverviewedJourney[] => {
        const own = rows.get(journey.record.id);
        if (!own) return [];
        const { dispatches, tidings } = own;
        const view = viewOf(journey, { entries: [], dispatches, drafts: [], writtenTo: false }, now);
        const told = toldTo(journey, { tidings, endings, tasks: view.tasks }, now.at);
        return [{ view, compiled: journey.compiled, told }];
      }),
      complete: found.length <= MOST_JOURNEYS,
    };
  }

  async #open(found: readonly PersonJourney[], person: string): Promise<readonly OpenedJourney[]> {
    const { journeys, definitions } = this.#parts;
    const opened = await Promise.all(
      found.map(async ({ journey }): Promise<OpenedJourney | undefined> => {
        const record = await journeys.load(journey);
        if (!record) return undefined;
        const compiled = await definitions.byHash(record.hash);
        const roles = compiled.rolesOf(record.state.chart, person);
        return roles.length === 0 ? undefined : { record, compiled, person, roles };
      }),
    );
    return opened.filter(journey => journey !== undefined);
  }
}
