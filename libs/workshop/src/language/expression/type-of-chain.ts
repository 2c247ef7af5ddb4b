import { type FieldType, type ValueType } from '#journey';

/** `move.partner`, `places[0].?day`: names one inside the other. */
export const CHAIN = String.raw`[A-Za-z_]\w*(?:\.\??[A-Za-z_]\w*|\[[^\]]*\])*`;

type Names = Readonly<Record<string, FieldType>>;

const PARTICIPANT: Names = {
  cpr: { type: { kind: 'person' }, optional: false },
  id: { type: { kind: 'string' }, optional: false },
};

/**
 * Local type inference: the type of a chain of names at the end of an expression that is not finished. Names that
 * `all`, `exists`, `filter` and `map` bind before it count too.
 *
 * @param text the expression up to the chain
 */
export function typeOfChain(chain: string, text: string, variables: Names): ValueType | undefined {
  const [first = '', ...rest] = chain.match(/[A-Za-z_]\w*|\[[^\]]*\]/g) ?? [];
  const own = Object.hasOwn(variables, first) ? variables[first]?.type : undefined;
  const start = boundType(first, text, variables) ?? own;
  return rest.reduce<ValueType | undefined>(
    (type, step) => (step.startsWith('[') ? itemOf(type) : membersOf(type)[step]?.type),
    start,
  );
}

/** What may stand after the dot. */
export function membersOf(type: ValueType | undefined): Names {
  if (type?.kind === 'object') return type.fields;
  return type?.kind === 'participant' ? PARTICIPANT : {};
}

/** The names that a comprehension binds, with what each stands for. */
export function boundNames(text: string, variables: Names): [name: string, type: ValueType | undefined][] {
  const comprehensions = new RegExp(
    `(${CHAIN})\\.(?:all|exists|exists_one|filter|map)\\(\\s*(\\w+)\\s*,`,
    'g',
  );
  return [...text.matchAll(comprehensions)].map(({ 1: list = '', 2: name = '', index }) => [
    name,
    itemOf(typeOfChain(list, text.slice(0, index), variables)),
  ]);
}

function boundType(name: string, text: string, variables: Names): ValueType | undefined {
  return boundNames(text, variables).findLast(([bound]) => bound === name)?.[1];
}

function itemOf(type: ValueType | undefined): ValueType | undefined {
  if (type?.kind === 'list') return type.of;
  return type?.kind === 'map' ? { kind: 'string' } : undefined;
}
