import { type CompiledJourney } from '#journey';
import { refuseStrangers, unknownJourney } from './decide/refusal.js';
import { type Definitions } from './definitions.js';
import { dispatchId } from './dispatch-id.js';
import { type Happened, happenings } from './happened.js';
import { type JourneyRecord } from './journey-record.js';
import { type JourneyView, openDispatches, viewOf } from './journey-view.js';
import { lastSeen } from './last-seen.js';
import { type Clock, type DispatchStore, type JournalRange, type JourneyStore } from './ports.js';

export interface JourneyViewsParts {
  readonly journeys: JourneyStore;
  readonly dispatches: DispatchStore;
  readonly definitions: Definitions;
  readonly clock: Clock;
}

/** Most entries of the journal that a view shows; the earlier ones are read by the page. */
const RECENT = 100;

/** A journey as one of its participants may see it, and nobody else. What a reading costs does not grow with the journal. */
export class JourneyViews {
  readonly #parts: JourneyViewsParts;

  constructor(parts: JourneyViewsParts) {
    this.#parts = parts;
  }

  /**
   * The journey as this person may see it.
   *
   * @throws RequestError `unknown-journey`, also for a journey the person does not take part in
   */
  async view(journey: string, person: string): Promise<JourneyView> {
    const { journeys, dispatches, clock } = this.#parts;
    const { record, compiled, roles } = await this.open(journey, person);
    const [entries, ...asked] = await Promise.all([
      journeys.seen(journey, [...roles, person], { before: record.version + 1, limit: RECENT }),
      ...openDispatches(record.state).map(seq => dispatches.find(dispatchId(journey, seq))),
    ]);
    const found = asked.flatMap(dispatch => dispatch ?? []);
    return viewOf({ record, compiled, roles, entries, dispatches: found }, person, clock.now());
  }

  /**
   * What has happened that this person may see, oldest first: what came after an entry, or the last of what came before it.
   *
   * @throws RequestError `unknown-journey`
   */
  async happened(journey: string, person: string, range: JournalRange): Promise<Happened> {
    const { record, compiled, roles } = await this.open(journey, person);
    const { status } = record;
    // A listener who has everything costs no reading.
    if ('after' in range && range.after >= lastSeen(record, [...roles, person]).seq) {
      return { status, happened: [], more: false };
    }
    const entries = await this.#parts.journeys.seen(journey, [...roles, person], range);
    const happened = happenings(entries, person, roles, compiled);
    const [first, last] = [entries[0]?.seq, entries.at(-1)?.seq];
    return {
      status,
      happened,
      ...(first !== undefined && last !== undefined && { first, last }),
      more: entries.length === range.limit,
    };
  }

  /**
   * The hash of the definition that somebody's journey is pinned to.
   *
   * @throws RequestError `unknown-journey`
   */
  async hashFor(journey: string, person: string): Promise<string> {
    return (await this.open(journey, person)).record.hash;
  }

  /** @throws RequestError `unknown-journey` for somebody who does not take part, or takes part only as somebody spoken of */
  async open(
    journey: string,
    person: string,
  ): Promise<{ record: JourneyRecord; compiled: CompiledJourney; roles: readonly string[] }> {
    const record = await this.#parts.journeys.load(journey);
    if (!record) throw unknownJourney(journey);
    const compiled = await this.#parts.definitions.byHash(record.hash);
    refuseStrangers(record, compiled, person);
    return { record, compiled, roles: compiled.rolesOf(record.state.chart, person) };
  }
}
