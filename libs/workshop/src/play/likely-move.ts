import { dateAt } from '#calendar';
import { type OpenTask, type PersonId } from '#journey';
import { isObject, type JsonSchema, personLocations, propertiesOf, resolve, withPersons } from '#schema';
import { type Json, type JsonObject } from '#statechart';
import { Cast } from './cast.js';
import { daysSinceExamples, exampleAnswer } from './example-answer.js';
import { exampleValue } from './example-value.js';
import { type Player } from './player.js';
import { retold } from './retold.js';
import { type Walk } from './walk.js';

/** Stands in examples for a person whom nothing names. */
const SOMEBODY = 'somebody';

/** So many castings of a report are tried: three persons among five players. */
const MOST_TRIED = 125;

/**
 * What an authority would answer to this request: the example of its contract, about those who were asked for. Where
 * that would end the journey before anybody has done anything, the nearest answer that lets it go on.
 */
export function likelyAnswer(walk: Walk, seq: number): Json {
  const { player } = walk;
  const asked = player.happenings.find(item => item.kind === 'dispatched' && item.seq === seq);
  if (asked?.kind !== 'dispatched') return {};
  const { service, input } = asked;
  const contract = player.journey.catalogue.service(service);
  if (!contract) return {};
  const cast = new Cast(player);
  const request = { service, input, on: dateAt(player.now) };
  const answer = exampleAnswer(player.journey.catalogue, request, person => cast.playerOf(person));
  if (player.happenings.some(({ kind }) => kind === 'submitted')) return answer;
  const goesOn = (candidate: Json): boolean =>
    walk.after({ kind: 'answer', seq, service, answer: candidate })?.status === 'active';
  return [answer, ...variations(answer, contract.answer)].find(goesOn) ?? answer;
}

/** What an authority would report: the example of its contract, about those players whom the journey listens for. */
export function likelyReport(walk: Walk, event: string): Json {
  const { player } = walk;
  const contract = player.journey.catalogue.registerEvent(event);
  if (!contract) return {};
  const cast = new Cast(player);
  const example = exampleValue(contract.data, { now: player.now, person: SOMEBODY });
  const report = retold(example, contract.data, {
    person: person => cast.playerOf(person),
    days: daysSinceExamples(player.journey.catalogue, contract.authority, dateAt(player.now)),
  });
  const moves = (data: Json): boolean => {
    const after = walk.after({ kind: 'report', event, data });
    return after !== undefined && standing(after) !== standing(player);
  };
  return [report, ...aboutOthers(report, contract.data, cast.persons)].find(moves) ?? report;
}

/** What a participant would write in a form: what is known already, and an example of the rest. */
export function likelyForm(player: Player, { schema, prefill }: OpenTask, person: PersonId): Json {
  const example = player.exampleData({ schema, prefill });
  const other = new Cast(player).otherThan(person);
  const named = withPersons(example, personLocations(example, schema), new Map([[SOMEBODY, other]]));
  return isObject(named) ? { ...named, ...prefill } : named;
}

/** Where a journey stands and what it knows. */
function standing({ journey, state }: Player): string {
  return JSON.stringify([journey.activePaths(state), state.context.facts]);
}

/** The data with another choice in one field, or without a field that may be left out. */
function variations(data: Json, schema: JsonSchema): Json[] {
  if (!isObject(data) || !isObject(schema)) return [];
  const required = Array.isArray(schema.required) ? (schema.required as readonly Json[]) : [];
  return Object.entries(propertiesOf(schema)).flatMap(([name, field]) => {
    if (data[name] === undefined) return [];
    const { [name]: left, ...rest } = data;
    const others = choicesOf(field, schema).filter(choice => choice !== left);
    return [
      ...others.map(choice => ({ ...data, [name]: choice })),
      ...(required.includes(name) ? [] : [rest as JsonObject]),
    ];
  });
}

function choicesOf(field: JsonObject, root: JsonObject): readonly Json[] {
  const target = typeof field.$ref === 'string' ? resolve(root, field.$ref) : field;
  if (!isObject(target)) return [];
  if (Array.isArray(target.enum)) return target.enum as readonly Json[];
  return target.type === 'boolean' ? [true, false] : [];
}

/** The same report with every choice of players for its persons, each another one before some are the same. */
function aboutOthers(data: Json, schema: JsonSchema, players: readonly PersonId[]): Json[] {
  const places = personLocations(data, schema);
  const persons = [...new Set(places.map(({ person }) => person))];
  const castings = persons.reduce<PersonId[][]>(
    (before, _) => before.flatMap(chosen => players.map(player => [...chosen, player])).slice(0, MOST_TRIED),
    [[]],
  );
  const different = (chosen: readonly PersonId[]): number => new Set(chosen).size;
  return castings
    .sort((one, other) => different(other) - different(one))
    .map(chosen =>
      withPersons(data, places, new Map(persons.map((person, index) => [person, chosen[index] ?? person]))),
    );
}
