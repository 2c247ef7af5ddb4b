import { type CompiledJourney, type OpenTask, type Words } from '#journey';
import { isObject, type JsonSchema, propertiesOf } from '#schema';
import { type Instant, type Json } from '#statechart';
import { caseReference } from './case-reference.js';
import { type Definitions } from './definitions.js';
import { JourneyStatus } from './journey-record.js';
import { type JourneyReader } from './journey-reader.js';
import { BEYOND_NEWEST, type CalendarClock, type JourneyStore, type Participation } from './ports.js';

/** What the person has answered in another of their journeys to a field that means the same. */
export interface EarlierAnswer {
  /** The field of the task that is open. */
  readonly field: string;
  readonly value: Json;
  readonly at: Instant;
  readonly journey: string;
  readonly reference: string;
  /** Title of the journey. */
  readonly title: Words;
}

export interface EarlierAnswersParts {
  readonly reader: JourneyReader;
  readonly journeys: Pick<JourneyStore, 'journeysOf'>;
  readonly definitions: Definitions;
  readonly calendar: CalendarClock;
}

/** So many journeys are looked through, the newest first, and of each so many answers. */
const MOST = { journeys: 20, answers: 50 };
const NOT_BEGUN: ReadonlySet<JourneyStatus> = new Set([JourneyStatus.offered, JourneyStatus.lapsed]);

/**
 * *Once-only principle* between the journeys of one person: answers to fields of the same meaning (`x-means` in their forms) are held
 * out again, each with the case that it comes from, and never sent for them. Only what the very person has answered in the same role is
 * looked at. It is read when a task with such a field asks for it: nothing else costs anything.
 */
export class EarlierAnswers {
  readonly #parts: EarlierAnswersParts;

  constructor(parts: EarlierAnswersParts) {
    this.#parts = parts;
  }

  /**
   * The latest answer to each field, in the order of the form; only what the field takes as things stand.
   *
   * @param reaches whether the one who reads may see journeys of a definition
   * @throws RequestError `unknown-journey`, `not-offered`
   */
  async of(
    journey: string,
    task: string,
    person: string,
    reaches: (definition: string) => boolean = () => true,
  ): Promise<readonly EarlierAnswer[]> {
    const { reader, journeys, calendar } = this.#parts;
    const opened = await reader.open(journey, person);
    const open = reader.openTask(opened, task);
    const wanted = wantedBy(open);
    if (wanted.size === 0) return [];
    const others = (await journeys.journeysOf([person])).filter(
      other =>
        other.role === open.role &&
        other.journey !== journey &&
        !NOT_BEGUN.has(other.status) &&
        reaches(other.definition),
    );
    const latest = new Map<string, EarlierAnswer>();
    for (const other of others.slice(0, MOST.journeys)) {
      for (const answer of await this.#answersIn(other, person, wanted)) {
        const known = latest.get(answer.field);
        if (!known || answer.at > known.at) latest.set(answer.field, answer);
      }
    }
    const form = opened.compiled.formNow(open.form, opened.record.state.chart, calendar.now());
    return [...wanted.values()].flatMap(field => {
      const answer = latest.get(field);
      return answer && form.draftErrors({ [field]: answer.value }).length === 0 ? [answer] : [];
    });
  }

  /** What the person has answered there to the fields that are wanted, newest first. */
  async #answersIn(
    { journey, hash, role }: Participation,
    person: string,
    wanted: ReadonlyMap<string, string>,
  ): Promise<readonly EarlierAnswer[]> {
    const compiled = await this.#parts.definitions.byHash(hash);
    const meanings = meaningsIn(compiled, role, wanted);
    if (meanings.size === 0) return [];
    const { title } = compiled.definition;
    const about = { journey, reference: caseReference(journey, title.da), title };
    const page = { before: BEYOND_NEWEST, limit: MOST.answers };
    const { answers } = await this.#parts.reader.answers(journey, person, page);
    return answers.flatMap(({ task, at, data }) =>
      [...(meanings.get(task) ?? [])].flatMap(([name, meaning]): EarlierAnswer[] => {
        const field = wanted.get(meaning);
        const value = isObject(data) ? data[name] : undefined;
        return field === undefined || value === undefined ? [] : [{ field, value, at, ...about }];
      }),
    );
  }
}

/** By meaning, the fields that nothing else fills in. */
function wantedBy({ schema, prefill, choices }: OpenTask): ReadonlyMap<string, string> {
  const free = [...fieldsMeaning(schema)].filter(
    ([field]) => !Object.hasOwn(prefill, field) && !Object.hasOwn(choices, field),
  );
  return new Map(free.map(([field, meaning]) => [meaning, field]));
}

/** Of each task of a role that asks for something of what is wanted: the meanings of its fields. */
function meaningsIn(
  compiled: CompiledJourney,
  role: string,
  wanted: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const tasks = compiled.taskPaths().filter(task => compiled.taskRole(task) === role);
  const asking = tasks.map(task => [task, fieldsMeaning(compiled.formOf(task))] as const);
  return new Map(asking.filter(([, fields]) => [...fields.values()].some(meaning => wanted.has(meaning))));
}

/** What fields mean, by their names. */
function fieldsMeaning(form: JsonSchema): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(propertiesOf(form)).flatMap(([name, field]): [string, string][] =>
      isObject(field) && typeof field['x-means'] === 'string' ? [[name, field['x-means']]] : [],
    ),
  );
}
