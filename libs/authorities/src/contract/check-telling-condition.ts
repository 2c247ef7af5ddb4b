import {
  didYouMean,
  type Expression,
  pathOf,
  type SourcePath,
  tellingEnvironment,
  type ValueType,
} from '#journey';
import { type Body } from './operation.js';
import { type ContractSource } from './contract-source.js';

type Part = Expression['ast'];

/** What CEL says of a name that it does not know. */
const UNKNOWN = /^unknown variable:? (\w+)/i;

interface Condition {
  readonly when: string;
  readonly path: SourcePath;
  /** What tells it, and by which of its bodies. */
  readonly told: string;
  readonly of: 'answer' | 'data';
  readonly body: Body;
}

/** Type-checks the condition under which something is told: the names in it are fields, and it is true or false. */
export function checkTellingCondition(condition: Condition, source: ContractSource): void {
  const { when, path, told, of, body } = condition;
  const environment = tellingEnvironment(body.schema);
  const fields = bodyFields(body);
  const fault = (code: string, message: string, remedy: string): void =>
    source.fault({ path, code, message, remedy });
  const compiled = environment.compile(when);
  const unknown = compiled.ok
    ? compiled.expression.reads
        .map(({ path: [name = ''] }) => name)
        .find(name => !Object.hasOwn(fields, name))
    : UNKNOWN.exec(compiled.fault.message)?.[1];
  if (unknown !== undefined) {
    const remedy = didYouMean(unknown, Object.keys(fields), `Name a field of the ${of}.`);
    fault('telling-unknown-field', `The ${of} of ${told} has no field ${unknown}.`, remedy);
    return;
  }
  if (!compiled.ok) {
    const { message } = compiled.fault;
    fault(
      'telling-condition',
      `When ${told} tells this cannot be found out: ${message}.`,
      'Write an expression such as = !goesOn.',
    );
    return;
  }
  const { type, ast } = compiled.expression;
  if (type.kind !== 'bool' && type.kind !== 'dyn') {
    fault(
      'telling-condition',
      `When ${told} tells this is neither true nor false: ${when}.`,
      "Compare it with something, such as = outcome == 'ended'.",
    );
    return;
  }
  for (const { name, word, known } of impossibleWords(ast, fields)) {
    fault(
      'telling-unknown-value',
      `${name} of ${told} is never ${word}.`,
      didYouMean(word, known, 'Compare it with a value that it can have.'),
    );
  }
}

function bodyFields({ schema }: Body): Readonly<Record<string, ValueType>> {
  const { variables } = tellingEnvironment(schema);
  const fields = Object.keys((schema['properties'] ?? {}) as object);
  return Object.fromEntries(fields.flatMap(name => (variables[name] ? [[name, variables[name].type]] : [])));
}

interface ImpossibleWord {
  readonly name: string;
  readonly word: string;
  readonly known: readonly string[];
}

/** Texts with which a choice of values, or a list of such, is compared in vain. */
function impossibleWords({ op, args }: Part, fields: Readonly<Record<string, ValueType>>): ImpossibleWord[] {
  const parts = partsOf(args);
  const inner = parts.flatMap(part => impossibleWords(part, fields));
  if (op !== '==' && op !== '!=' && op !== 'in') return inner;
  const [name] = parts.flatMap(part => pathOf(part)?.[0] ?? []);
  const type = name === undefined ? undefined : fields[name];
  const one = type?.kind === 'list' ? type.of : type;
  const known = one?.kind === 'string' ? one.oneOf : undefined;
  if (name === undefined || !known) return inner;
  const words = parts
    .flatMap(part => (part.op === 'list' ? partsOf(part.args) : [part]))
    .map(part => part.args);
  const wrong = words.filter(
    (word): word is string => typeof word === 'string' && word !== name && !known.includes(word),
  );
  return [...inner, ...wrong.map(word => ({ name, word, known }))];
}

function partsOf(args: unknown): Part[] {
  if (Array.isArray(args)) return args.flatMap(partsOf);
  return typeof args === 'object' && args !== null && 'op' in args ? [args as Part] : [];
}
