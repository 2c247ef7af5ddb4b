import { didYouMean, type SourcePath, type Telling } from '#journey';
import { isObject, type JsonObject, propertiesOf } from '#schema';
import { checkTellingCondition } from './check-telling-condition.js';
import { type ContractSource } from './contract-source.js';
import { type Body } from './operation.js';

/** What each thing that an answer or a report can be may say. */
const SAYS: Readonly<Record<Telling['is'], readonly string[]>> = {
  decision: ['when', 'result', 'grounds', 'period', 'day', 'appealBy', 'reference', 'noAppeal'],
  benefit: ['of', 'when', 'amount', 'every', 'period', 'day', 'reference', 'ends'],
  payment: ['of', 'when', 'to', 'paid', 'amount', 'every', 'period', 'day', 'reference', 'ends'],
  appointment: ['name', 'of', 'when', 'day', 'place', 'reference', 'ends'],
};

/** The field that says whose something is, where the contract does not. */
const SUBJECT = 'person';
/** Yes or no to what was asked for: it is said alike of every service. */
const GRANTED = 'granted';

const DAY = { fits: isDay, words: 'a day (format: date)' };
const TEXT = { fits: (field: JsonObject) => isOf(field, 'string'), words: 'text' };

/** What kind of field may say each thing. */
const FITTING = {
  result: { fits: isChoice, words: 'true or false, or a choice of values (enum)' },
  grounds: TEXT,
  amount: { fits: (field: JsonObject) => isOf(field, 'integer', 'number'), words: 'a number' },
  day: DAY,
  appealBy: DAY,
  from: DAY,
  until: DAY,
  before: DAY,
  place: TEXT,
  reference: TEXT,
} as const;

/** An answer or a report, and what it is to the citizen. */
interface Telltale {
  /** Of the operation or the event. */
  readonly name: string;
  readonly of: 'answer' | 'data';
  readonly body: Body;
  /** What says whose it is: what was asked, or the report. */
  readonly about: Body;
  readonly at: SourcePath;
  readonly tells?: readonly Telling[];
}

/** Lints what an answer or a report is to the citizen: the fields it names are there and of a fitting type. */
export function checkTells(
  { name: told, of, body, about, at, tells = [] }: Telltale,
  source: ContractSource,
): void {
  const fields = propertiesOf(body.schema);
  for (const [index, telling] of tells.entries()) {
    const path = [...at, 'x-tells', index];
    const {
      is,
      of: whose,
      when,
      to,
      paid,
      every,
      name: _name,
      noAppeal: _noAppeal,
      ends,
      period = {},
      ...named
    } = telling;
    for (const said of Object.keys(telling)) checkBelongs(is, said, [...path, said]);
    for (const [said, field] of Object.entries(named)) checkField(said, field, [...path, said]);
    for (const [said, field] of Object.entries(period)) checkField(said, field, [...path, 'period', said]);
    if (period.until !== undefined && period.before !== undefined) {
      source.fault({
        path: [...path, 'period', 'before'],
        code: 'telling-of-two-ends',
        message: `When the ${is} of ${told} is over is said twice.`,
        remedy: 'Name until, the last day, or before, the day after it.',
      });
    }
    if (is !== 'decision' && !paid) checkWhose(is, whose, path);
    if (when !== undefined) {
      checkTellingCondition({ when, path: [...path, 'when'], told, of, body }, source);
    }
    if (is === 'payment' && to === undefined && !ends) {
      source.fault({
        path: [...path, 'is'],
        code: 'telling-without-payee',
        message: `The payment of ${told} does not say who is paid.`,
        remedy: 'Add to: citizen, authority or participant.',
      });
    }
    if (every === undefined || named.amount !== undefined) continue;
    source.fault({
      path: [...path, 'every'],
      code: 'telling-without-amount',
      message: `The ${is} of ${told} is paid every ${every}, but not said is how much.`,
      remedy: 'Add amount with the field that holds it.',
    });
  }

  function checkBelongs(is: Telling['is'], said: string, path: SourcePath): void {
    if (said === 'is' || SAYS[is].includes(said)) return;
    source.fault({
      path,
      key: true,
      code: 'telling-out-of-place',
      message: `The ${is} of ${told} has no ${said}.`,
      remedy: `Say ${SAYS[is].join(', ')} of it, or say in another entry what else the answer is.`,
    });
  }

  /** It ends with them, so that nothing is announced to those who are left. */
  function checkWhose(is: Telling['is'], whose: readonly string[] | undefined, path: SourcePath): void {
    const persons = Object.entries(propertiesOf(about.schema)).flatMap(([name, field]) =>
      isPerson(field) || (isObject(field) && isPerson(field['items'])) ? [name] : [],
    );
    for (const [index, name] of (whose ?? [SUBJECT]).entries()) {
      if (persons.includes(name)) continue;
      source.fault({
        path: whose ? [...path, 'of', index] : [...path, 'is'],
        code: 'telling-of-nobody',
        message: whose
          ? `${told} has no person ${name} whose ${is} it could be.`
          : `Whose the ${is} of ${told} is, is not said.`,
        remedy: whose
          ? didYouMean(name, persons, 'Name a field that holds a person (format: cpr).')
          : `Add of with those who must be alive for it, out of ${persons.join(', ') || 'fields with a person (format: cpr)'}.`,
      });
    }
  }

  function checkField(said: string, name: string, path: SourcePath): void {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) {
      source.fault({
        path,
        code: 'telling-unknown-field',
        message: `The ${of} of ${told} has no field ${name}.`,
        remedy: didYouMean(name, Object.keys(fields), `Name a field of the ${of}.`),
      });
      return;
    }
    const { fits, words } = FITTING[said as keyof typeof FITTING];
    if (fits(field)) {
      if (said === 'result') checkResult(name, field, path);
      return;
    }
    source.fault({
      path,
      code: 'telling-wrong-type',
      message: `${name} cannot be the ${said} of ${told}, for it is not ${words}.`,
      remedy: `Name a field that is ${words}.`,
    });
  }

  function checkResult(name: string, field: JsonObject, path: SourcePath): void {
    if (field['x-words'] !== undefined || (name === GRANTED && isOf(field, 'boolean'))) return;
    source.fault({
      path,
      code: 'result-without-words',
      message: `How ${told} came out is a code of ${name}, which citizens cannot read.`,
      remedy: `Say each value of ${name} in x-words, in Danish and in English.`,
    });
  }
}

function isOf({ type }: JsonObject, ...allowed: readonly string[]): boolean {
  return [type].flat().every(one => typeof one === 'string' && (one === 'null' || allowed.includes(one)));
}

function isPerson(field: unknown): boolean {
  return isObject(field) && field['format'] === 'cpr';
}

function isDay(field: JsonObject): boolean {
  return isOf(field, 'string') && field['format'] === 'date';
}

function isChoice(field: JsonObject): boolean {
  return isOf(field, 'boolean') || Array.isArray(field['enum']);
}
