import { dateAt } from '#calendar';
import { type CompiledJourney } from '#journey';
import { digestedName } from '../decide/digested-name.js';
import { reportOrigin, type ReportRequest } from '../decide/report.js';
import { journeyIdFor } from '../journey-id.js';
import { type JourneyStatus } from '../journey-record.js';
import { type JourneyMover } from '../journey-mover.js';
import { type RuntimeParts } from '../runtime-parts.js';
import { decideOffer } from './offer.js';

const UNDER_WAY: ReadonlySet<JourneyStatus> = new Set(['active', 'held', 'cancelling']);

/**
 * Proactive service: on a report, journeys are held out to the people whom their definitions name. The id of an offer derives from the
 * report, the offer and the person, so that it is made once, however often the report comes and however many processes take it.
 */
export class Offers {
  readonly #parts: Pick<RuntimeParts, 'journeys' | 'definitions' | 'calendar'>;
  readonly #mover: JourneyMover;

  constructor(parts: Pick<RuntimeParts, 'journeys' | 'definitions' | 'calendar'>, mover: JourneyMover) {
    this.#parts = parts;
    this.#mover = mover;
  }

  /** Nobody is offered what they have: a journey of the same kind that is under way, or that has heard of the very report. */
  async make(report: ReportRequest): Promise<void> {
    const at = this.#parts.calendar.now();
    const ours = report.ours ?? report.persons;
    for (const compiled of await this.#offering(dateAt(at))) {
      const { id: definition } = compiled.definition;
      for (const offered of compiled.offersOn(report.type, report.data, at)) {
        if (!ours.includes(offered.person)) continue;
        if (await this.#hasIt(report, definition, offered.person)) continue;
        const name = `${definition} ${offered.offer} ${offered.person}`;
        const id = journeyIdFor(Buffer.from(digestedName(reportOrigin(report), name), 'base64url'));
        await this.#mover.create(id, decideOffer(offered, report, compiled, at), compiled, at);
      }
    }
  }

  /** The definitions in force that offer themselves. */
  async #offering(today: string): Promise<readonly CompiledJourney[]> {
    const { definitions } = this.#parts;
    const versions = await definitions.startable(today);
    const inForce = await Promise.all(versions.map(({ hash }) => definitions.byHash(hash)));
    return inForce.filter(({ definition }) => Object.keys(definition.offers).length > 0);
  }

  async #hasIt(report: ReportRequest, definition: string, person: string): Promise<boolean> {
    const { journeys } = this.#parts;
    const theirs = (await journeys.journeysOf([person])).filter(journey => journey.definition === definition);
    if (theirs.some(({ status }) => UNDER_WAY.has(status))) return true;
    const heard = await Promise.all(
      theirs.map(({ journey }) => journeys.entryOf(journey, reportOrigin(report))),
    );
    return heard.some(entry => entry !== undefined && entry.kind !== 'late');
  }
}
