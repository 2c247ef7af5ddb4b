import { Injectable } from '@nestjs/common';
import { dateAt } from '#calendar';
import { type Language } from '#journey';
import {
  CalendarClock,
  type FieldError,
  InvariantError,
  PersonVault,
  RequestError,
  type TaskForm,
} from '#runtime';
import { cprNumber, type JsonSchema, personLocations, personsNamedIn, pointerTo, withPersons } from '#schema';
import { type Json } from '#statechart';
import { bornByNumber } from './born-by-number.js';
import { type HandleScope, personHandle } from './person-handle.js';
import { personWords } from './person-words.js';

/** In how many places one request may name persons. */
const MOST_NAMED = 100;

/** Somebody whom a task is filled in with: the handle to send back, and what the reader may call them. */
export interface OfferedPerson {
  readonly value: string;
  readonly label: string;
}

/** For whom persons are named: what each is called, as far as they may know it. */
export interface PersonNaming {
  readonly language: Language;
  nameOf(person: string): string | undefined;
}

/**
 * Tokenisation at the edge: CPR numbers come in and person ids go on: behind this edge nobody but the vault sees a number. No number goes out, and
 * no person id either: whom the journey itself has filled in stands under a handle (decisions/0007 of the runtime).
 */
@Injectable()
export class PersonExchange {
  constructor(
    private readonly vault: PersonVault,
    private readonly calendar: CalendarClock,
  ) {}

  /**
   * Puts a person id in the place of each CPR number, or handle, that the form asks for. The rest of the data is held
   * against the form first, so that what is refused has added nobody to the vault.
   *
   * @throws RequestError `invalid`, with each field that does not fit
   */
  async idsIn(data: Json, form: TaskForm, scope: HandleScope): Promise<Json> {
    const { locations, offered, named } = this.#checked(data, form, scope);
    const known = await this.vault.personsOf(named.filter(name => cprNumber(name) !== undefined));
    return withPersons(data, locations, new Map([...offered, ...known]));
  }

  /**
   * The same for a dry run: somebody who looks like no number stands in for each number, and the vault is not asked.
   *
   * @throws RequestError `invalid`, with each field that does not fit
   */
  standInsIn(data: Json, form: TaskForm, scope: HandleScope): Json {
    const { locations, offered, standIns } = this.#checked(data, form, scope);
    return withPersons(data, locations, new Map([...standIns, ...offered]));
  }

  #checked(data: Json, form: TaskForm, scope: HandleScope) {
    const locations = personLocations(data, form.schema).map(({ path, person: text }) => ({
      path,
      person: cprNumber(text) ?? text,
    }));
    // Before anything else is done with them: each costs its share of all that follows.
    if (locations.length > MOST_NAMED) {
      const message = `names persons in more than ${MOST_NAMED} places`;
      throw invalid([{ path: '', code: 'tooLarge', message }]);
    }
    const offered = locations.length > 0 ? this.#offered(form, scope) : new Map<string, string>();
    // Whoever is named twice is the same both times, and nobody looks like a number.
    const named = [...new Set(locations.map(({ person }) => person))];
    const standIns = new Map(named.map((name, index) => [name, `named-${index}`]));
    const faults = locations.flatMap(({ path, person }): FieldError[] =>
      offered.has(person) || cprNumber(person) !== undefined ? [] : [noPerson(pointerTo(path))],
    );
    faults.push(...form.errors(withPersons(data, locations, standIns)));
    if (faults.length > 0) throw invalid(faults);
    return { locations, offered, named, standIns };
  }

  /** Data that a task offers, as its reader may see it: handles in the places of persons, and whom they stand for. */
  async shown(
    schema: JsonSchema,
    data: Json,
    scope: HandleScope,
    naming: PersonNaming,
  ): Promise<{ readonly data: Json; readonly persons: readonly OfferedPerson[] }> {
    const locations = personLocations(data, schema);
    const handles = new Map(locations.map(({ person }) => [person, personHandle(scope, person)]));
    const persons = await Promise.all(
      [...handles].map(async ([person, value]) => ({ value, label: await this.#called(person, naming) })),
    );
    return { data: withPersons(data, locations, handles), persons };
  }

  #offered({ schema, offered }: TaskForm, scope: HandleScope): ReadonlyMap<string, string> {
    const persons = offered().flatMap(data => personsNamedIn(data, schema));
    return new Map(persons.map(person => [personHandle(scope, person), person]));
  }

  /** What somebody is called who has no name here: their number, as far as it is shown. */
  async nameOf(person: string): Promise<string> {
    return maskedNumber(await this.#numberOf(person));
  }

  async #called(person: string, naming: PersonNaming): Promise<string> {
    const number = await this.#numberOf(person);
    const born = number === undefined ? undefined : bornByNumber(number, dateAt(this.calendar.now()));
    return personWords({ name: naming.nameOf(person), born }, naming.language);
  }

  /** Undefined of a person whom the vault has been made to forget. */
  async #numberOf(person: string): Promise<string | undefined> {
    try {
      return await this.vault.cprOf(person);
    } catch (error) {
      if (error instanceof InvariantError && error.code === 'unknown-person') return undefined;
      throw error;
    }
  }
}

function invalid(fields: readonly FieldError[]): RequestError {
  return new RequestError('invalid', 'what was sent does not fit the form', fields);
}

function noPerson(path: string): FieldError {
  return {
    path,
    code: 'cpr',
    message: 'must be a CPR number of ten digits, DDMMYYXXXX, or one of the persons that the task offers',
  };
}

/** As much of a number as tells members of a family apart, `010190-****`. One that is not known looks alike. */
function maskedNumber(number: string | undefined): string {
  return `${number?.slice(0, 6) ?? '******'}-****`;
}
