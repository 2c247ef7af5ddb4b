import { describeType, typeFor, type ValueType } from '#journey';
import { assignable } from '../assignable.js';
import { type ExpressionUse, leadOf, type Purpose } from '../expression-uses.js';
import { type Rule } from '../rule.js';

const WANTED: Readonly<Partial<Record<Purpose, { kinds: readonly string[]; words: string }>>> = {
  condition: { kinds: ['bool'], words: 'true or false' },
  point: { kinds: ['date', 'timestamp'], words: 'a date or a timestamp' },
  period: { kinds: ['period'], words: 'a period' },
  person: { kinds: ['person', 'participant'], words: 'a person or a list of persons' },
  list: { kinds: ['list'], words: 'a list' },
  place: { kinds: ['string'], words: 'the code of a municipality' },
  fee: { kinds: ['int', 'double'], words: 'a sum of money' },
  word: {
    kinds: ['string', 'int', 'double', 'date', 'period', 'timestamp', 'bool', 'person'],
    words: 'a text, number, date, person or address',
  },
};

/** An expression that reads a parameter and does nothing else. */
const PARAMETER = /^\s*=\s*parameters\.([A-Za-z]\w*)\s*$/;

/** With another type here the machine could neither decide nor wait: the part of the rule that compiling relies on. */
const CONTROL: readonly Purpose[] = ['condition', 'point', 'period', 'bound', 'place', 'fee'];

function typeRule(applies: (purpose: Purpose) => boolean): Rule {
  return {
    code: 'wrong-type',
    title: 'an expression gives the type that its place asks for',
    severity: 'error',
    *find({ uses, definition }) {
      for (const use of uses) {
        const parameter = PARAMETER.exec(use.text)?.[1];
        const source = definition.sources.parameters;
        const compiled = applies(use.purpose) ? use.environment.compile(use.text) : undefined;
        const wanted = compiled?.ok ? unmet(use, compiled.expression.type) : undefined;
        if (!compiled?.ok || wanted === undefined) continue;
        if (parameter !== undefined && source) {
          // It is the value that is wrong, and not where it is read.
          yield {
            place: { source, path: [parameter, 'values', 0, 'value'] },
            message: `${parameter} is ${describeType(compiled.expression.type)}, and is used where ${wanted} is needed.`,
            remedy: wanted === 'a period' ? 'Write an ISO 8601 duration such as P14D.' : `Write ${wanted}.`,
          };
          continue;
        }
        yield {
          place: use.place,
          offset: leadOf(use.text),
          message: `This is ${describeType(compiled.expression.type)}, but ${wanted} is needed here.`,
          remedy: `Write an expression that gives ${wanted}.`,
        };
      }
    },
  };
}

export const wrongType = typeRule(() => true);
export const wrongControlType = typeRule(purpose => CONTROL.includes(purpose));

/** What was wanted, in words, when the type is another. */
function unmet({ purpose, asked }: ExpressionUse, type: ValueType): string | undefined {
  if (type.kind === 'dyn') return undefined;
  if (asked) return assignable(type, asked).length > 0 ? describeType(asked) : undefined;
  const wanted = WANTED[purpose];
  if (!wanted) return undefined;
  const one = (purpose === 'person' || purpose === 'word') && type.kind === 'list' ? type.of : type;
  if (purpose === 'word' && typeFor(one) === 'address') return undefined;
  return one.kind === 'dyn' || wanted.kinds.includes(one.kind) ? undefined : wanted.words;
}
