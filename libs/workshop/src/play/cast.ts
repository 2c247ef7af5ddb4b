import { stateAt, type PersonId } from '#journey';
import { isObject, type JsonSchema, listOf, personLocations, personsNamedIn, valueAt } from '#schema';
import { type Json } from '#statechart';
import { type Happening } from './happening.js';
import { type Player } from './player.js';

/** Names for persons whom an example speaks of and nobody plays yet. */
const NAMES = ['bo', 'ella', 'karl', 'ida', 'emil', 'freja', 'noah', 'alma', 'oscar', 'clara'];

/**
 * Role assignment between the persons of the contracts' examples and those of a journey under way. Whoever stood where an
 * example's person stands, in a request, an answer or a report so far, is that person; others get a name.
 */
export class Cast {
  /** Everybody who is spoken of so far, the applicant first. */
  readonly persons: readonly PersonId[];
  readonly #players = new Map<string, PersonId>();

  constructor(player: Player) {
    const named = new Set(
      Object.keys(player.journey.definition.roles).flatMap(role => player.personsIn(role)),
    );
    for (const happening of player.happenings) {
      for (const { schema, example, data } of exchanges(happening, player)) {
        for (const person of personsNamedIn(data, schema)) named.add(person);
        if (example !== undefined) this.#align(example, data, schema);
      }
    }
    const applicants = player.personsIn('applicant');
    this.persons = [...new Set([...applicants, ...named])];
  }

  /** Who plays a person of the examples. */
  playerOf(example: string): PersonId {
    const known = this.#players.get(example);
    if (known !== undefined) return known;
    const taken = new Set([...this.#players.values(), ...(this.#players.size > 0 ? this.persons : [])]);
    const free = [...this.persons, ...NAMES].find(person => !taken.has(person));
    const player = free ?? `person${this.#players.size + 1}`;
    this.#players.set(example, player);
    return player;
  }

  /** Somebody other than this person: who is spoken of already, or a new name. */
  otherThan(person: PersonId): PersonId {
    return [...this.persons, ...NAMES].find(other => other !== person) ?? person;
  }

  #align(example: Json, data: Json, schema: JsonSchema): void {
    for (const { path, person } of personLocations(example, schema)) {
      const player = valueAt(data, path);
      if (typeof player === 'string' && !this.#players.has(person)) this.#players.set(person, player);
    }
  }
}

interface Exchange {
  readonly schema: JsonSchema;
  readonly data: Json;
  readonly example?: Json | undefined;
}

/** The data that was handed over in something that happened, with what its contract or form says of it. */
function exchanges(happening: Happening, { journey }: Player): Exchange[] {
  const { catalogue, definition } = journey;
  switch (happening.kind) {
    case 'dispatched': {
      const service = catalogue.service(happening.service);
      return service
        ? [{ schema: service.input, data: happening.input, example: service.example?.input }]
        : [];
    }
    case 'answered': {
      const schema = catalogue.service(happening.service)?.answer;
      return schema === undefined ? [] : [{ schema, data: happening.answer, example: exampleIn(schema) }];
    }
    case 'reported': {
      const schema = catalogue.registerEvent(happening.event)?.data;
      return schema === undefined ? [] : [{ schema, data: happening.data, example: exampleIn(schema) }];
    }
    case 'submitted': {
      const state = stateAt(definition.machine, happening.task);
      const schema = definition.forms[state?.task?.form ?? ''];
      return schema === undefined ? [] : [{ schema, data: happening.data }];
    }
    default:
      return [];
  }
}

function exampleIn(schema: JsonSchema): Json | undefined {
  return isObject(schema) ? listOf(schema.examples)[0] : undefined;
}
