import { dateAt, instantAfter, isIsoDate, isPeriod, startOfDay } from '#calendar';
import {
  type CompiledJourney,
  type Definition,
  type Diagnostic,
  type PersonId,
  type Source,
  type SourcePath,
} from '#journey';
import { type Instant, type Json } from '#statechart';
import { checkExpectation, type JustNow } from './check-expectation.js';
import { danishTime } from './danish-time.js';
import { findPath } from './find-path.js';
import { type Happening } from './happening.js';
import { PlayError } from './play-error.js';
import { type PlayedStep } from './played-step.js';
import { type Answering, Player } from './player.js';
import { surroundings } from './surroundings.js';
import { type Scenario, type ScenarioAction, type ScenarioStep } from './scenario.js';
import { type Move } from './walk.js';

/** How playing a scenario went. */
export interface ScenarioResult {
  readonly scenario: Scenario;
  /** The version it was played on. */
  readonly definition: Definition;
  /** What was not as expected; empty when the scenario holds. */
  readonly failures: readonly Diagnostic[];
  readonly happenings: readonly Happening[];
  /** The beginning, and each step that did something. */
  readonly steps: readonly PlayedStep[];
  /** Ids of transitions taken and paths of states entered; only of a journey compiled with `trace`. */
  readonly walked: ReadonlySet<string>;
  readonly entered: ReadonlySet<string>;
}

/**
 * Plays a scenario on one version up to the first step that does not go as expected: what comes after it would only follow from it.
 *
 * @param ofMany whether it is played on other versions too, so that what fails must say on which
 */
export function playScenario(
  journey: CompiledJourney,
  scenario: Scenario,
  source: Source,
  ofMany = false,
): ScenarioResult {
  return new ScenarioRun(journey, scenario, source, ofMany).play();
}

/**
 * A day, or a day and time, as an instant in Denmark.
 *
 * @param hourOfDay when no time is written
 * @throws PlayError when it is neither
 */
export function momentOf(text: string, hourOfDay: number): Instant {
  const [date = '', time] = text.split('T');
  const clock = /^(\d{2}):(\d{2})$/.exec(time ?? '');
  if (!isIsoDate(date) || (time !== undefined && !clock)) {
    throw new PlayError(`${text} is no day; write 2025-03-01 or 2025-03-01T14:30.`);
  }
  const minutes = clock ? Number(clock[1]) * 60 + Number(clock[2]) : hourOfDay * 60;
  return instantAfter(startOfDay(date), `PT${minutes}M`);
}

/** What a step did, but for what happened then. */
type Performed = Partial<JustNow> & { readonly move: Move };

const REMEDY = 'Correct the scenario, or the journey if the scenario is right.';

class ScenarioRun {
  readonly #failures: Diagnostic[] = [];
  readonly #steps: PlayedStep[] = [];
  #player: Player | undefined;
  #position = -1;
  readonly #journey: CompiledJourney;
  readonly #scenario: Scenario;
  readonly #source: Source;
  readonly #ofMany: boolean;

  constructor(journey: CompiledJourney, scenario: Scenario, source: Source, ofMany: boolean) {
    this.#ofMany = ofMany;
    this.#journey = journey;
    this.#scenario = scenario;
    this.#source = source;
  }

  play(): ScenarioResult {
    const scenario = this.#scenario;
    const failures = this.#failures;
    this.#attempt([], () => {
      const start = momentOf(scenario.start ?? this.#journey.definition.effective, 10);
      this.#player = new Player(this.#journey, {
        start,
        applicant: scenario.applicant,
        ...(scenario.given !== undefined && { given: scenario.given }),
        ...(scenario.place !== undefined && { place: scenario.place }),
        answering: this.#answering,
      });
      return true;
    });
    const player = this.#player;
    let justNow: JustNow = { happenings: [...(player?.happenings ?? [])] };
    if (player) this.#keep(player, justNow);
    for (const [index, step] of scenario.steps.entries()) {
      if (!player) break;
      this.#position = index;
      const went = this.#attempt(step.at, () => {
        if (step.action.kind !== 'look') justNow = this.#act(player, step.action, step);
        return this.#look(player, step, justNow);
      });
      if (!went) break;
    }
    return {
      scenario,
      definition: this.#journey.definition,
      failures,
      happenings: player?.happenings ?? [],
      steps: this.#steps,
      walked: player?.walked ?? new Set(),
      entered: player?.entered ?? new Set(),
    };
  }

  /** Whether the step went as it should. Of several things that are not so, the first is told: the rest follow from it. */
  #look(player: Player, step: ScenarioStep, justNow: JustNow): boolean {
    const { expect, action } = step;
    const [unmet, ...others] = expect ? checkExpectation(expect, player, justNow) : [];
    if (expect && unmet) {
      const also = [...new Set(others.map(({ key }) => key))].filter(key => key !== unmet.key);
      const more = also.length > 0 ? `; unmet too: ${also.join(', ')}` : '';
      return this.#fail([...expect.at, unmet.key], `${capital(unmet.message)}${more}.`);
    }
    if (justNow.refused && action.kind !== 'look' && expect?.refused === undefined) {
      const { code, fields } = justNow.refused;
      return this.#fail(step.at, `The ${action.kind} was refused: ${[code, ...fields].join(' ')}.`);
    }
    if (justNow.ignored && action.kind === 'report' && expect?.ignored === undefined) {
      const heard = player.waits().reports.map(({ event }) => event);
      return this.#fail(
        step.at,
        `Nothing listens for ${action.event}; heard would be ${heard.join(', ') || 'nothing'}.`,
      );
    }
    return true;
  }

  #act(player: Player, action: ScenarioAction, step: ScenarioStep): JustNow {
    const before = player.happenings.length;
    const result = this.#perform(player, action, step);
    const justNow = { ...result, happenings: player.happenings.slice(before) };
    this.#keep(player, justNow);
    return justNow;
  }

  #keep(player: Player, made: JustNow & { readonly move?: Move }): void {
    const { now: at, status, state } = player;
    this.#steps.push({ ...made, at, status, state });
  }

  #perform(player: Player, action: ScenarioAction, step: ScenarioStep): Performed {
    switch (action.kind) {
      case 'submit':
        return this.#submit(player, action);
      case 'answer': {
        const { service } = action;
        const seq = this.#pending(player, service);
        const answer = action.answer ?? player.exampleAnswer(seq);
        player.answer(seq, answer);
        return { move: { kind: 'answer', seq, service, answer } };
      }
      case 'refuse': {
        const [first] = Object.keys(this.#journey.catalogue.service(action.service)?.refusals ?? {});
        const seq = this.#pending(player, action.service);
        const code = action.code ?? first;
        if (code === undefined) throw new PlayError(`${action.service} never refuses.`);
        player.refuse(seq, code);
        return { move: { kind: 'refuse', seq, service: action.service, code } };
      }
      case 'skip': {
        const { service } = action;
        const seq = this.#pending(player, service);
        player.skip(seq);
        return { move: { kind: 'skip', seq, service } };
      }
      case 'report': {
        const { event } = action;
        const data = action.data ?? player.exampleReport(event);
        return { move: { kind: 'report', event, data }, ignored: !player.report(event, data) };
      }
      case 'end': {
        const { journey, is = 'done' } = action;
        player.end(journey, is);
        return { move: { kind: 'end', name: journey, is } };
      }
      case 'wait':
        this.#wait(player, action.for);
        return { move: { kind: 'wait', for: action.for } };
      case 'cancel': {
        const as = this.#person(player, action.as ?? 'applicant');
        const move = { kind: 'cancel', as } as const;
        return player.cancel(as) ? { move } : { move, refused: { code: 'not-cancellable', fields: [] } };
      }
      case 'look':
        throw new PlayError(`Step ${step.at.join('.')} does nothing.`);
    }
  }

  #submit(player: Player, action: ScenarioAction & { kind: 'submit' }): Performed {
    const open = player.tasks();
    const task = findTask(
      action,
      open.map(({ task: path }) => path),
      this.#journey.taskPaths(),
    );
    const known = open.find(({ task: path }) => path === task);
    const person =
      action.as === undefined ? known?.persons[0] : this.#person(player, action.as, known?.persons);
    if (action.as === undefined && known && known.persons.length > 1) {
      throw new PlayError(`${task} is open for ${known.persons.join(', ')}; say who does it with as.`);
    }
    if (person === undefined)
      throw new PlayError(`Nobody has the task ${task} to do now; say who tries with as.`);
    const offered = known?.events ?? [];
    if (action.event === undefined && offered.length !== 1) {
      const names = offered.map(({ event }) => event).join(', ');
      throw new PlayError(`${task} offers ${names || 'nothing now'}; say which event.`);
    }
    const event = action.event ?? offered[0]?.event ?? '';
    const carries = offered.find(item => item.event === event)?.data ?? false;
    const data =
      action.data ?? (carries && known ? changed(player.exampleData(known), action.change) : undefined);
    const accepted = player.submit(person, task, event, data);
    const move = { kind: 'submit', task, as: person, event, ...(data !== undefined && { data }) } as const;
    if (accepted.kind === 'accepted') return { move };
    const fields = accepted.fields.map(({ path }) => path);
    return { move, refused: { code: accepted.code, fields } };
  }

  #wait(player: Player, text: string): void {
    if (text === 'next') player.waitForNext();
    else if (isPeriod(text)) player.waitFor(text);
    else player.waitUntil(momentOf(text, 0));
  }

  #pending(player: Player, service: string): number {
    const { dispatches } = player.waits();
    const found = dispatches.find(dispatch => dispatch.service === service);
    if (found) return found.seq;
    const names = dispatches.map(dispatch => dispatch.service).join(', ');
    throw new PlayError(`${service} has nothing to answer; not answered is ${names || 'nothing'}.`);
  }

  /** A person by name, or the one person in a role. */
  #person(player: Player, name: string, among?: readonly PersonId[]): PersonId {
    if (!this.#journey.definition.roles[name]) return name;
    const holders = player.personsIn(name).filter(person => !among || among.includes(person));
    if (holders.length === 1) return holders[0] as PersonId;
    throw new PlayError(
      holders.length === 0
        ? `Nobody is in the role ${name}, or they have acted.`
        : `${holders.join(', ')} are in the role ${name}; name the person.`,
    );
  }

  /** A service with a step still to come waits for it; the others answer as scripted, or at once by example. */
  readonly #answering: Answering = ({ seq, service }, player) => {
    const coming = this.#scenario.steps
      .slice(this.#position + 1)
      .some(({ action }) => answers(action, service));
    if (coming) return undefined;
    const scripted = this.#scenario.answers[service];
    switch (scripted?.kind) {
      case 'silent':
        return undefined;
      case 'refuse':
        return { reply: { kind: 'refuse', code: scripted.code }, ...delayed(scripted.after) };
      default: {
        const due = scripted?.after === undefined ? player.now : instantAfter(player.now, scripted.after);
        const answer = scripted?.answer ?? player.exampleAnswer(seq, dateAt(due));
        return { reply: { kind: 'answer', answer }, ...delayed(scripted?.after) };
      }
    }
  };

  /** Runs something; a fault ends the scenario, with its place. */
  #attempt(at: SourcePath, action: () => boolean): boolean {
    try {
      return action();
    } catch (error) {
      return this.#fail(at, error instanceof Error ? error.message : String(error));
    }
  }

  /** The name, with the version where the scenario does not name one itself and may be played on several. */
  #title(): string {
    const { name, version } = this.#scenario;
    return version === undefined && this.#ofMany ? `${name} (${this.#journey.definition.effective})` : name;
  }

  #fail(at: SourcePath, message: string): false {
    const player = this.#player;
    const when = player ? `, ${danishTime(player.now)}` : '';
    this.#failures.push({
      code: 'scenario',
      severity: 'error',
      file: this.#source.file,
      ...this.#source.positionOf(at),
      message: `${this.#title()}${when}: ${message}`,
      remedy: player ? `${surroundings(player)} ${REMEDY}` : REMEDY,
    });
    return false;
  }
}

function findTask(
  { task, event }: ScenarioAction & { kind: 'submit' },
  open: readonly string[],
  all: readonly string[],
): string {
  if (task === undefined) {
    if (open.length === 1) return open[0] as string;
    throw new PlayError(`Open is ${open.join(', ') || 'no task'}; say which task to ${event ?? 'submit'}.`);
  }
  const named = open.filter(path => path === task || path.endsWith(`.${task}`));
  return named.length === 1 ? (named[0] as string) : findPath(task, all, 'task');
}

function changed(data: Json, change: Readonly<Record<string, Json>> | undefined): Json {
  if (!change || typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  return { ...data, ...change };
}

function answers(action: ScenarioAction, service: string): boolean {
  return 'service' in action && action.service === service;
}

function delayed(after: string | undefined): { after?: string } {
  return after === undefined ? {} : { after };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
