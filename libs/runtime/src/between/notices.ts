import { dateAt } from '#calendar';
import { type CompiledJourney } from '#journey';
import { type Decision } from '../decide/decision.js';
import { decideStart } from '../decide/start.js';
import { faultOf } from '../decide/step.js';
import { digestedName } from '../decide/digested-name.js';
import { RequestError } from '../errors.js';
import { journeyIdFor } from '../journey-id.js';
import { type JourneyMover } from '../journey-mover.js';
import { type JourneyRecord } from '../journey-record.js';
import { type RuntimeParts } from '../runtime-parts.js';
import { type BeginNotice, type EndedNotice } from './between.js';
import { decideBegan, decideEnded, decideTold } from './decide-notice.js';

/**
 * Delivers the notices of journeys (transactional outbox, at least once; each is received idempotently, and so acts exactly once).
 * The id of a started journey derives from that of its start, so that it begins once however often it is asked for.
 */
export class Notices {
  readonly #parts: Pick<RuntimeParts, 'journeys' | 'definitions' | 'alerts' | 'calendar'>;
  readonly #mover: JourneyMover;

  constructor(
    parts: Pick<RuntimeParts, 'journeys' | 'definitions' | 'alerts' | 'calendar'>,
    mover: JourneyMover,
  ) {
    this.#parts = parts;
    this.#mover = mover;
  }

  /** Everything that a journey has still to tell, in its order. */
  async deliver(record: JourneyRecord): Promise<void> {
    for (const notice of record.state.between?.notices ?? []) {
      await (notice.kind === 'begin' ? this.#begin(record, notice) : this.#ended(record, notice));
    }
  }

  async #begin({ id: from }: JourneyRecord, notice: BeginNotice): Promise<void> {
    const { start, definition, person } = notice;
    const journey = await this.#begun(from, notice);
    await this.#mover.move(from, (record, compiled, at) =>
      journey === undefined
        ? decideEnded({ start, definition, ended: 'notStarted' }, record, compiled, at)
        : decideBegan(record, notice, { start, journey, definition, person }),
    );
  }

  /** @returns the id of the journey that has begun; undefined when it cannot */
  async #begun(from: string, { start, definition, person, given }: BeginNotice): Promise<string | undefined> {
    const { journeys, calendar } = this.#parts;
    const id = journeyIdFor(Buffer.from(digestedName(from, `start ${start}`), 'base64url'));
    if (await journeys.load(id)) return id;
    const at = calendar.now();
    const compiled = await this.#inForce(definition, dateAt(at));
    if (!compiled || compiled.givenErrors(given, at).length > 0) return undefined;
    const request = { definition, person, given, startedBy: { journey: from, start } };
    const decision = this.#decided(() => decideStart(request, compiled, at), from);
    if (!decision) return undefined;
    const created = await this.#mover.create(id, decision, compiled, at);
    return created || (await journeys.load(id)) ? id : undefined;
  }

  /** A definition that fails as it begins would fail at every delivery: whoever waits goes on, and ops are told. */
  #decided(decide: () => Decision, from: string): Decision | undefined {
    try {
      return decide();
    } catch (error) {
      const { code, message } = faultOf(error);
      this.#parts.alerts.raise({
        journey: from,
        code,
        message: `a journey it starts cannot begin: ${message}`,
      });
      return undefined;
    }
  }

  async #inForce(definition: string, today: string): Promise<CompiledJourney | undefined> {
    try {
      return await this.#parts.definitions.inForce(definition, today);
    } catch (error) {
      if (error instanceof RequestError) return undefined;
      throw error;
    }
  }

  /** Whoever waited may have been erased meanwhile: there is nobody to tell. */
  async #ended({ id: from, definition }: JourneyRecord, notice: EndedNotice): Promise<void> {
    const { to, ended } = notice;
    try {
      await this.#mover.move(to.journey, (record, compiled, at) =>
        decideEnded({ start: to.start, ended, definition }, record, compiled, at),
      );
    } catch (error) {
      if (!(error instanceof RequestError && error.code === 'unknown-journey')) throw error;
    }
    await this.#mover.move(from, record => decideTold(record, notice));
  }
}
