import { type Catalogue, ContractValidators, type Service } from '#authorities';
import { dateAt, daysBetween, type IsoDate, movedBy } from '#calendar';
import { type ReportRequest } from '#runtime';
import { isObject, personLocations, personsNamedIn, propertiesOf, withPersons } from '#schema';
import { type Json, type JsonObject } from '#statechart';
import { registerAnswer } from '../../../apps/authorities/src/population/register-answers.js';
import { Registrations } from '../../../apps/authorities/src/population/registrations.js';
import { ANSWER_RULES } from '../../../apps/authorities/src/rules/answer-rules.js';
import { REFUSAL_RULES } from '../../../apps/authorities/src/rules/refusal-rules.js';
import { composeAnswer } from '../../../apps/authorities/src/simulation/compose-answer.js';
import { formData } from '../../support/form-data.js';
import { type SeededRandom } from '../../support/seeded-random.js';
import {
  type FoundTask,
  type Question,
  type Said,
  type Scene,
  type SimulatedDefinition,
} from '../setting.js';
import { headOf, kinOf, residents } from './residents.js';

const HOUSEHOLDS = 6;
/** How likely a decision comes out otherwise than the example of the contract, and a report is one that somebody awaits. */
const OTHERWISE = 0.25;
const AWAITED = 0.75;
const validators = new ContractValidators('wire');

export interface CountryParts {
  readonly seed: number;
  readonly random: SeededRandom;
  readonly now: () => number;
  readonly catalogue: Catalogue;
  readonly definitions: readonly SimulatedDefinition[];
}

/**
 * People of generated families, and authorities that answer as the simulated ones do: by registers that know these people, by their
 * rules, and by the examples of their contracts.
 */
export class CountryScene implements Scene {
  readonly #parts: CountryParts;
  readonly #population;
  readonly #registrations;
  readonly #done = new Map<string, { readonly service: string; readonly input: JsonObject }>();
  #reports = 0;

  constructor(parts: CountryParts) {
    this.#parts = parts;
    this.#population = residents(HOUSEHOLDS, parts.random.branch('residents'));
    this.#registrations = new Registrations(this.#population);
  }

  citizen(which: number): string {
    return headOf(this.#population, which);
  }

  /** Of a few seeds in a row, each begins with another journey. */
  begins(person: string, count: number): SimulatedDefinition {
    const { seed, random, definitions } = this.#parts;
    const isFirst = count === 1 && person === this.citizen(1);
    return isFirst ? definitions[(seed - 1) % definitions.length]! : random.pick(definitions);
  }

  others(person: string): readonly string[] {
    return [...kinOf(this.#population, person), headOf(this.#population, HOUSEHOLDS)];
  }

  filledIn({ schema, prefill }: FoundTask, person: string, others: readonly string[]): Json {
    const { random } = this.#parts;
    return formData(schema, { random, today: this.#today, persons: [person, ...others], prefill });
  }

  faults({ service, input }: Question): readonly string[] {
    const faults = validators.request(this.#service(service), input);
    return faults.map(({ path, message }) => `${path} ${message}`);
  }

  says({ service: id, key, input: asked }: Question): Said {
    const service = this.#service(id);
    const input = asked as JsonObject;
    const today = this.#today;
    if (service.undoes !== undefined) return { answer: { undone: true, undoneOn: today } };
    const persons = personsNamedIn(input, service.input);
    const registered = (other: string) =>
      registerAnswer(other, input, persons, today, this.#registrations.on(today));
    const said = registered(id);
    const known = (operation: string): JsonObject => {
      const answer = registered(`${service.authority}.${operation}`);
      return isObject(answer) ? answer : {};
    };
    const standing = (operation: string): readonly JsonObject[] =>
      [...this.#done.values()]
        .filter(done => done.service === `${service.authority}.${operation}`)
        .map(done => done.input);
    const occasion = { input, today, standing, known };
    const refuse = REFUSAL_RULES[id]?.(occasion) ?? (typeof said === 'string' ? said : undefined);
    if (refuse !== undefined && refuse in service.refusals) return { refuse };
    const { examplesAsOf } = this.#parts.catalogue.authority(service.authority)!;
    const composed = composeAnswer(service, { input, key, today, examplesAsOf });
    const answer = isObject(said) ? said : this.#decided(service, composed);
    return { answer: { ...answer, ...ANSWER_RULES[id]?.(occasion) } };
  }

  done({ service, key, input }: Question, answer: Json): void {
    const { undoes } = input as { readonly undoes?: string };
    if (undoes !== undefined) this.#done.delete(undoes);
    else if (this.#service(service).effect !== 'none')
      this.#done.set(key, { service, input: input as JsonObject });
    const kind = undoes === undefined ? 'effect' : 'compensation';
    this.#registrations.take({
      entry: { service, key, kind, ...(undoes !== undefined && { undoes }) },
      input,
      reply: { kind: 'answered', answer },
    } as Parameters<Registrations['take']>[0]);
  }

  report(person: string, awaited: readonly string[]): ReportRequest | undefined {
    const { random, catalogue } = this.#parts;
    const type =
      awaited.length > 0 && random.happens(AWAITED)
        ? random.pick(awaited)
        : random.pick(catalogue.registerEvents()).id;
    const event = catalogue.registerEvent(type)!;
    const days = daysBetween(catalogue.authority(event.authority)!.examplesAsOf, this.#today);
    const example = moved(event.example, days);
    const [about, ...rest] = personsNamedIn(example, event.data);
    const kin = kinOf(this.#population, person);
    const told = new Map(rest.map((other, index) => [other, kin[index] ?? other]));
    if (about !== undefined) told.set(about, person);
    const data = withPersons(example, personLocations(example, event.data), told) as JsonObject;
    this.#registrations.report(type, data);
    this.#reports += 1;
    const id = `${person}-${this.#reports}`;
    return { authority: event.authority, type, id, data, persons: personsNamedIn(data, event.data) };
  }

  get #today(): IsoDate {
    return dateAt(this.#parts.now());
  }

  #service(id: string): Service {
    return this.#parts.catalogue.service(id)!;
  }

  /** Now and then one field comes out otherwise: a yes is a no, one outcome another. */
  #decided({ answer: schema, ...service }: Service, example: JsonObject): JsonObject {
    const { random } = this.#parts;
    if (!random.happens(OTHERWISE)) return example;
    const others = Object.entries(propertiesOf(schema)).flatMap(([name, field]): JsonObject[] => {
      const value = example[name];
      if (typeof value === 'boolean') return [{ ...example, [name]: !value }];
      const options = Array.isArray(field.enum) && value !== undefined ? (field.enum as readonly Json[]) : [];
      return options.filter(option => option !== value).map(option => ({ ...example, [name]: option }));
    });
    if (others.length === 0) return example;
    const other = random.pick(others);
    return validators.answer({ answer: schema, ...service }, other).length === 0 ? other : example;
  }
}

/** The same with its days moved. */
function moved(value: JsonObject, days: number): JsonObject {
  return JSON.parse(JSON.stringify(value), (_, text: unknown) =>
    typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? movedBy(text as IsoDate, days) : text,
  ) as JsonObject;
}
