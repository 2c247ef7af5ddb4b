import { languageEnvironment } from './cel-functions.js';

/** A function of the expression language, as a designer reads of it. */
export interface DescribedFunction {
  /** As written before the bracket: `daysBetween`, `filter`. */
  readonly name: string;
  /** `daysBetween(date, date): int`; what is called on a value has it in front: `list.filter(item, condition): list`. */
  readonly signature: string;
  /** One sentence. */
  readonly description: string;
}

/** CEL's own functions that journeys have a use for; CEL itself describes none of them. */
const OF_CEL: Readonly<Record<string, string>> = {
  'has(name): bool': 'Whether something is there, e.g. has(move.partner).',
  'size(string): int': 'How many characters a text has.',
  'size(list): int': 'How many items a list has.',
  'list.all(item, condition): bool': 'Whether the condition holds for every item of a list.',
  'list.exists(item, condition): bool': 'Whether the condition holds for at least one item of a list.',
  'list.exists_one(item, condition): bool': 'Whether the condition holds for exactly one item of a list.',
  'list.filter(item, condition): list': 'The items of a list for which the condition holds.',
  'list.map(item, value): list': 'A value computed from each item of a list.',
  'list.join(string): string': 'The texts of a list as one, with a text between them.',
  'string.contains(string): bool': 'Whether a text has another in it.',
  'string.startsWith(string): bool': 'Whether a text begins with another.',
  'string.endsWith(string): bool': 'Whether a text ends with another.',
  'string.split(string): list<string>': 'The parts of a text between a separator.',
  'string.substring(int, int): string':
    'Part of a text, from one position to before another; the first is 0.',
  'string.trim(): string': 'A text without the space around it.',
  'string.lowerAscii(): string': 'A text in small letters, except æ, ø and å.',
  'string.upperAscii(): string': 'A text in capital letters, except æ, ø and å.',
  'int(double): int': 'A whole number; what stands after the point is cut off.',
  'double(int): double': 'A whole number as a decimal number.',
  'string(int): string': 'A number as text.',
  'optional.of(value): optional': 'A value that may be absent, and is there.',
  'optional.none(): optional': 'A value that may be absent, and is.',
  'optional.hasValue(): bool': 'Whether a value that may be absent is there.',
  'optional.orValue(value): value':
    'A value that may be absent, e.g. move.?partner, or another in its place.',
};

/** Macros are declared to CEL without the types they ask for. */
const MACROS: Readonly<Record<string, string>> = { 'age(ast): int': 'age(date): int' };

let described: readonly DescribedFunction[] | undefined;

/** Function reference: our own with the description they are declared with, and those of CEL; sorted by name. */
export function functionsInReach(): readonly DescribedFunction[] {
  described ??= [
    ...ours(),
    ...Object.entries(OF_CEL).map(([signature, text]) => entry(signature, text)),
  ].sort(
    (one, other) =>
      one.name.localeCompare(other.name, 'en') || one.signature.localeCompare(other.signature, 'en'),
  );
  return described;
}

/** What starts with an underscore stands in for a function of CEL and is written by nobody. */
function ours(): DescribedFunction[] {
  return languageEnvironment()
    .getDefinitions()
    .functions.flatMap(({ name, signature, description }) =>
      description === null || name.startsWith('_')
        ? []
        : [
            entry(
              (MACROS[signature] ?? signature).replaceAll('google.protobuf.Timestamp', 'timestamp'),
              description,
            ),
          ],
    );
}

function entry(signature: string, description: string): DescribedFunction {
  return { name: /(\w+)\(/.exec(signature)?.[1] ?? signature, signature, description };
}
