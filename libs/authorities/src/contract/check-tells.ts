import { didYouMean, type SourcePath, type Telling } from '#journey';
import { type JsonObject, propertiesOf } from '#schema';
import { type ContractSource } from './contract-source.js';
import { type Body } from './operation.js';

/** What each thing that an answer or a report can be may say. */
const SAYS: Readonly<Record<Telling['is'], readonly string[]>> = {
  decision: ['result', 'grounds', 'period', 'day', 'appealBy', 'reference', 'noAppeal'],
  benefit: ['amount', 'every', 'period', 'day', 'reference', 'ends'],
  payment: ['to', 'paid', 'amount', 'every', 'period', 'day', 'reference'],
  appointment: ['day', 'place', 'reference', 'ends'],
};

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
  place: TEXT,
  reference: TEXT,
} as const;

/** An answer or a report, and what it is to the citizen. */
interface Telltale {
  /** Of the operation or the event. */
  readonly name: string;
  readonly of: 'answer' | 'data';
  readonly body: Body;
  readonly at: SourcePath;
  readonly tells?: readonly Telling[];
}

/** Lints what an answer or a report is to the citizen: the fields it names are there and of a fitting type. */
export function checkTells({ name: told, of, body, at, tells = [] }: Telltale, source: ContractSource): void {
  const fields = propertiesOf(body.schema);
  for (const [index, telling] of tells.entries()) {
    const path = [...at, 'x-tells', index];
    const { is, to, paid: _paid, every, noAppeal: _noAppeal, ends: _ends, period = {}, ...named } = telling;
    for (const said of Object.keys(telling)) checkBelongs(is, said, [...path, said]);
    for (const [said, field] of Object.entries(named)) checkField(said, field, [...path, said]);
    for (const [said, field] of Object.entries(period)) checkField(said, field, [...path, 'period', said]);
    if (is === 'payment' && to === undefined) {
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

function isDay(field: JsonObject): boolean {
  return isOf(field, 'string') && field['format'] === 'date';
}

function isChoice(field: JsonObject): boolean {
  return isOf(field, 'boolean') || Array.isArray(field['enum']);
}
