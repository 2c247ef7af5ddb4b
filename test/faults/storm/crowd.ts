import { type JsonSchema } from '#schema';
import { type JourneyDocument } from '../../../apps/api/src/citizen/journey-document.js';
import { type ProblemDocument } from '../../../apps/api/src/problem/problem-document.js';
import { type TaskDocument } from '../../../apps/api/src/citizen/task-document.js';
import { type JsonObject } from '#statechart';
import { type Reply } from '../../e2e/api/client.js';
import { type SeededRandom } from '../../support/index.js';
import { type Callers, type PersonsRequest } from './callers.js';
import { formData } from '../../support/form-data.js';
import { type Person } from './storm-world.js';

/** One journey as those who take part in it know it. */
export interface StartedJourney {
  readonly id: string;
  readonly definition: string;
  readonly applicant: Person;
  /** Everybody of whom it is known that they take part. */
  readonly people: Person[];
  /** Whom it was asked for, of those who might take part. */
  asked: string;
  /** Looks in a row at which there was nothing to do. */
  idle: number;
}

export interface CrowdParts {
  readonly callers: Callers;
  readonly random: SeededRandom;
  readonly definitions: readonly string[];
  readonly citizens: readonly Person[];
  /** Those who come into other people's journeys. */
  readonly relatives: readonly Person[];
  /** Lets a register report what a journey waits to hear; gives whether there is such an event. */
  readonly report: (event: string, about: Person) => boolean;
  readonly today: () => string;
}

const PATIENT_LOOKS = 4;
const HABITS = {
  start: 0.12,
  revisit: 0.3,
  keyed: 0.7,
  guarded: 0.3,
  repeat: 0.15,
  cancel: 0.02,
  report: 0.4,
};

/** Citizens who start journeys and do what is asked of them, many at the same time and in no order. */
export class Crowd {
  readonly started: StartedJourney[] = [];
  #turn = 0;
  #busy: StartedJourney[] = [];
  #waiting: StartedJourney[] = [];
  readonly #parts: CrowdParts;

  constructor(parts: CrowdParts) {
    this.#parts = parts;
  }

  /** So many at a time go on while `more` says so. */
  async run(atOnce: number, more: () => boolean): Promise<void> {
    const { random } = this.#parts;
    const one = async (name: string): Promise<void> => {
      const mine = random.branch(name);
      while (more()) await this.#act(mine, atOnce);
    };
    await Promise.all(Array.from({ length: atOnce }, (_, index) => one(`citizen ${index}`)));
  }

  async #act(random: SeededRandom, atOnce: number): Promise<void> {
    const [busy, waiting] = [this.#busy.length, this.#waiting.length];
    const few = busy < 2 * atOnce;
    if (busy + waiting < 2 * atOnce || random.happens(few ? 2 * HABITS.start : HABITS.start)) {
      return this.#start(random);
    }
    const again = waiting > 0 && (busy === 0 || random.happens(few ? 2 * HABITS.revisit : HABITS.revisit));
    await this.#visit(random.pick(again ? this.#waiting : this.#busy), random);
  }

  async #start(random: SeededRandom): Promise<void> {
    const { definitions, citizens } = this.#parts;
    const applicant = random.pick(citizens);
    const definition = definitions[this.#turn++ % definitions.length]!;
    const body = { definition };
    const begin = { person: applicant.id, method: 'POST', path: '/v1/journeys' } as const;
    let reply = await this.#do(random, { ...begin, body });
    const { contradictions = [] } = reply.body as Partial<ProblemDocument>;
    // They have something under way that contradicts it: where they may, they begin all the same.
    if (contradictions.some(({ confirmable }) => !confirmable)) return;
    if (contradictions.length > 0) {
      const confirm = contradictions.map(({ journey }) => journey);
      reply = await this.#do(random, { ...begin, body: { ...body, confirm } });
      // By then another of their own may have begun.
      if (reply.status === 409) return;
    }
    if (reply.status >= 300) throw new Error(`${definition} could not be started: ${reply.text}`);
    const { id } = reply.body as JourneyDocument;
    const journey: StartedJourney = { id, definition, applicant, people: [applicant], asked: '', idle: 0 };
    this.started.push(journey);
    this.#busy.push(journey);
  }

  async #visit(journey: StartedJourney, random: SeededRandom): Promise<void> {
    const person = random.pick(journey.people);
    const { body, headers } = await this.#read(journey, person);
    const seen = body as JourneyDocument;
    if (seen.status !== 'active') return this.#leave(journey);
    await this.#askWho(journey, seen);
    const path = `/v1/journeys/${journey.id}`;
    if (seen.cancellable && random.happens(HABITS.cancel)) {
      await this.#do(random, { person: person.id, method: 'POST', path: `${path}/cancellation` });
    } else if (seen.tasks.length > 0) {
      journey.idle = 0;
      const task = random.pick(seen.tasks);
      const expects = random.happens(HABITS.guarded) ? (headers.get('etag') ?? undefined) : undefined;
      await this.#do(random, {
        person: person.id,
        method: 'POST',
        path: `${path}/tasks/${task.task}`,
        body: this.#answer(task, journey, random),
        ...(expects !== undefined && { expects }),
      });
    } else {
      const heard = seen.awaited.length > 0 && random.happens(HABITS.report);
      const reported = heard && this.#parts.report(random.pick(seen.awaited).event, journey.applicant);
      journey.idle = reported ? 0 : journey.idle + 1;
    }
    this.#leave(journey);
    (journey.idle < PATIENT_LOOKS ? this.#busy : this.#waiting).push(journey);
  }

  #answer({ events, form, prefill }: TaskDocument, journey: StartedJourney, random: SeededRandom): object {
    const { event, withData } = random.pick(events);
    if (!withData) return { event };
    const data = formData((form?.schema ?? {}) as JsonSchema, {
      random,
      today: this.#parts.today(),
      persons: [journey.applicant, ...this.#parts.relatives].map(({ cpr }) => cpr),
      prefill: (prefill ?? {}) as JsonObject,
    });
    return { event, data };
  }

  /** Somebody else must do something: whoever of those it may be finds the journey among their own. */
  async #askWho(journey: StartedJourney, { others }: JourneyDocument): Promise<void> {
    const asked = others.map(({ task }) => task).join();
    if (asked === '' || asked === journey.asked) return;
    journey.asked = asked;
    for (const relative of this.#parts.relatives) {
      if (journey.people.includes(relative)) continue;
      const { status } = await this.#read(journey, relative);
      if (status === 200 && !journey.people.includes(relative)) journey.people.push(relative);
    }
  }

  #read({ id }: StartedJourney, { id: person }: Person): Promise<Reply> {
    return this.#parts.callers.send({ person, method: 'GET', path: `/v1/journeys/${id}` });
  }

  /** Sends it, most often with a key; with a key, now and then twice, at once or one after the other. */
  async #do(random: SeededRandom, request: PersonsRequest): Promise<Reply> {
    const { callers } = this.#parts;
    if (!random.happens(HABITS.keyed)) return callers.send(request);
    const keyed = { ...request, key: `key-${random.whole(0, 0xffffffff)}-${random.whole(0, 0xffffffff)}` };
    const again = random.happens(HABITS.repeat);
    const atOnce = again && random.happens(0.5) ? callers.send(keyed) : undefined;
    const reply = await callers.send(keyed);
    if (!again || reply.status >= 300) {
      await atOnce;
      return reply;
    }
    const second = await (atOnce ?? callers.send(keyed));
    if (second.status >= 300)
      callers.faults.push(`${keyed.path} with ${keyed.key} was done, and then refused: ${second.text}`);
    return reply;
  }

  #leave(journey: StartedJourney): void {
    this.#busy = this.#busy.filter(other => other !== journey);
    this.#waiting = this.#waiting.filter(other => other !== journey);
  }
}
