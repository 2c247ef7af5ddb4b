import { iso } from '#calendar';
import { type Catalogue } from '#authorities';
import { stateAt } from '#journey';
import { type JsonObject } from '#statechart';
import { type Move, type PlayedStep } from '#workshop';
import { type JourneyDocument } from '../../../api/src/citizen/journey-document.js';
import { type MessageDocument } from '../../../api/src/mailbox/message-document.js';
import { type OpsJourneyDetail } from '../../../api/src/ops/ops-documents.js';
import { type ProblemDocument } from '../../../api/src/problem/problem-document.js';
import { type Standalone } from '../start-standalone.js';
import { AuthorityControl } from './authority-control.js';
import { DemoCitizen } from './citizen.js';
import { type CprNumbers } from './numbers.js';
import { type Play } from './play.js';
import { must } from './rest.js';
import { releasedIn, type ScriptedRequest, scriptOf } from './script.js';

/** How a journey stands, as REST shows it after a step. */
export interface Shown {
  readonly ops: OpsJourneyDetail;
  /** By name, for everybody who may read it. */
  readonly read: ReadonlyMap<string, JourneyDocument>;
  /** Everything written to them so far, oldest first. */
  readonly messages: ReadonlyMap<string, readonly MessageDocument[]>;
  /** Why what somebody did in this step was not accepted. */
  readonly refused?: { readonly code: string; readonly fields: readonly string[] };
}

/** Plays over REST what was played in virtual time: the same people do the same, at the same time. */
export class RestPlay {
  readonly #play: Play;
  readonly #running: Standalone;
  readonly #numbers: CprNumbers;
  readonly #control: AuthorityControl;
  readonly #script: readonly ScriptedRequest[];
  readonly #ops: DemoCitizen;
  readonly #people: ReadonlyMap<string, DemoCitizen>;
  #id = '';

  private constructor(
    play: Play,
    running: Standalone,
    numbers: CprNumbers,
    script: readonly ScriptedRequest[],
    ops: DemoCitizen,
    people: readonly DemoCitizen[],
  ) {
    this.#play = play;
    this.#running = running;
    this.#numbers = numbers;
    this.#control = new AuthorityControl(running.authorities);
    this.#script = script;
    this.#ops = ops;
    this.#people = new Map(people.map(person => [person.name, person]));
  }

  /** Signs everybody in, and tells the authorities what to answer. */
  static async open(
    play: Play,
    running: Standalone,
    catalogue: Catalogue,
    numbers: CprNumbers,
  ): Promise<RestPlay> {
    const script = scriptOf(play.result.steps, catalogue, numbers.in);
    const control = new AuthorityControl(running.authorities);
    for (const service of new Set(script.map(request => request.service))) {
      const replies = script.filter(request => request.service === service).map(({ reply }) => reply);
      await control.script(service, replies);
    }
    const { api } = running;
    const names = [...numbers.all().keys()].filter(name => peopleOf(play).has(name));
    const people = await Promise.all(names.map(name => DemoCitizen.signIn(name, api)));
    return new RestPlay(play, running, numbers, script, await DemoCitizen.signIn('olga', api), people);
  }

  get id(): string {
    return this.#id;
  }

  get control(): AuthorityControl {
    return this.#control;
  }

  /** Makes one step, and waits until nothing moves any more. */
  async make(number: number): Promise<Shown> {
    const step = this.#play.result.steps[number]!;
    const refused = step.move === undefined ? await this.#begin() : await this.#made(step.move, step);
    await this.#settle();
    for (const { service, seq } of releasedIn(number, this.#script)) {
      await this.#control.release(service, await this.#dispatch(service, seq));
      await this.#settle();
    }
    return { ...(await this.#shown()), ...(refused && { refused }) };
  }

  async #begin(): Promise<undefined> {
    const { scenario, journey } = this.#play;
    const { id, hash } = journey.definition;
    const begun = await this.#person(scenario.applicant).must<JourneyDocument>('POST', '/v1/journeys', {
      definition: id,
    });
    if (begun.hash !== hash)
      throw new Error(`${id} was started on another version than was played: ${begun.hash}`);
    this.#id = begun.id;
  }

  async #made(move: Move, { at }: PlayedStep): Promise<Shown['refused']> {
    const path = `/v1/journeys/${this.#id}`;
    switch (move.kind) {
      case 'submit': {
        const { task, as, event, data } = move;
        const form = this.#play.journey.definition.forms[formOf(this.#play, task)] ?? {};
        const sent = data === undefined ? {} : { data: this.#numbers.in(data, form) };
        return refusal(await this.#person(as).ask('POST', `${path}/tasks/${task}`, { event, ...sent }));
      }
      case 'cancel':
        return refusal(await this.#person(move.as).ask('POST', `${path}/cancellation`));
      case 'report': {
        const { data = {} } = this.#play.journey.catalogue.registerEvent(move.event) ?? {};
        await this.#control.report(move.event, this.#numbers.in(move.data, data) as JsonObject);
        return undefined;
      }
      case 'skip': {
        const dispatch = await this.#dispatch(move.service, move.seq);
        await this.#ops.must('POST', `/v1/ops/dispatches/${dispatch}/skip`, {
          reason: 'The scenario skips it.',
        });
        return undefined;
      }
      case 'wait':
        await this.#clock({ to: iso(at) });
        return undefined;
      case 'end':
        throw new Error(
          `The journey started as ${move.name} cannot end here: journeys that start others are not published.`,
        );
      // The authority lets go what it holds.
      case 'answer':
      case 'refuse':
        return undefined;
    }
  }

  /** The dispatch that stands for one of the play: of the same service, the one with the same place among them. */
  async #dispatch(service: string, seq: number): Promise<string> {
    const place = this.#script.filter(request => request.service === service && request.seq < seq).length;
    const { dispatches } = await this.#ops.must<OpsJourneyDetail>('GET', `/v1/ops/journeys/${this.#id}`);
    const found = dispatches.filter(dispatch => dispatch.service === service)[place];
    if (!found)
      throw new Error(`${service} was asked ${place + 1} times in virtual time, and not so often over REST`);
    return found.id;
  }

  async #shown(): Promise<Shown> {
    const ops = await this.#ops.must<OpsJourneyDetail>('GET', `/v1/ops/journeys/${this.#id}`);
    const read = await Promise.all(
      [...this.#people.values()].map(async person => [person.name, await person.read(this.#id)] as const),
    );
    const readers = read.flatMap(([name, document]) => (document ? [[name, document] as const] : []));
    const messages = readers.map(
      async ([name]) => [name, await this.#person(name).messages(this.#id)] as const,
    );
    return { ops, read: new Map(readers), messages: new Map(await Promise.all(messages)) };
  }

  #settle(): Promise<void> {
    return this.#clock({});
  }

  async #clock(move: object): Promise<void> {
    await must('POST', `${this.#running.api}/v1/clock`, move);
  }

  #person(name: string): DemoCitizen {
    const person = this.#people.get(name);
    if (!person) throw new Error(`${name} cannot sign in`);
    return person;
  }
}

/** Everybody who acts in a play or has a role in it at some time. */
export function peopleOf({ journey, result, scenario }: Play): ReadonlySet<string> {
  const roles = Object.keys(journey.definition.roles);
  const acting = result.steps.flatMap(({ move }) => (move && 'as' in move ? [move.as] : []));
  const holding = result.happenings.flatMap(happening =>
    happening.kind === 'invited' ? happening.persons : [],
  );
  return new Set(roles.length > 0 ? [scenario.applicant, ...acting, ...holding] : acting);
}

function formOf({ journey }: Play, task: string): string {
  return stateAt(journey.definition.machine, task)?.task?.form ?? '';
}

function refusal({ status, body }: { readonly status: number; readonly body: unknown }): Shown['refused'] {
  if (status < 300) return undefined;
  const { code, errors = [] } = body as ProblemDocument;
  return { code, fields: errors.map(({ pointer }) => pointer.replace(/^#(\/data(?=\/|$))?/, '')) };
}
