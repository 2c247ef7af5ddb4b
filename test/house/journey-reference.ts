import { readFileSync } from 'node:fs';
import { functionsInReach, RULES } from '#workshop';

/** What is read of a JSON Schema here: its keywords, whatever they hold. */
type SchemaNode = Readonly<Record<string, unknown>>;

const SCHEMAS = new URL('../../libs/workshop/schema/', import.meta.url);

/** The schemas of a journey's files, each with what the file is called. */
const FILES = [
  ['definition', 'A version file'],
  ['part', 'A part'],
  ['parameters', '`parameters.yaml`'],
  ['overlay', '`overlays/<code>.yaml`'],
  ['form', 'A form'],
  ['texts', 'A file of texts'],
  ['scenario', 'A scenario'],
] as const;

/** Keywords that say when a schema holds, and not what may be written. */
const TESTS: ReadonlySet<string> = new Set(['if', 'not', 'required', 'propertyNames', 'dependentRequired']);

export function readSchema(name: string): SchemaNode {
  return JSON.parse(readFileSync(new URL(`${name}.schema.json`, SCHEMAS), 'utf8')) as SchemaNode;
}

/** A generated page: the parts of the reference that schemas, rules and functions tell by themselves, by the name of their marker. */
export function generatedParts(): Readonly<Record<string, string>> {
  return {
    functions: listed(
      functionsInReach().map(({ signature, description }) => [`\`${signature}\``, description]),
    ),
    words: FILES.map(([name, title]) => `### ${title}\n\n${listed(wordsListed(name))}`).join('\n\n'),
    rules: listed(
      RULES.map(({ code, severity, title }): [string, string] => [`\`${code}\` (${severity})`, `${title}.`])
        // By code, so that one is found; two rules of one code stay in their order.
        .sort(([one], [other]) => one.localeCompare(other, 'en')),
    ),
  };
}

/** Data dictionary: every key of a schema in the order of the file, with where it means what. */
export function wordsOf(schema: SchemaNode): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const words = new Map<string, Map<string, string>>();
  const visit = (node: unknown, owner: string): void => {
    if (Array.isArray(node)) for (const item of node) visit(item, owner);
    if (!isNode(node)) return;
    for (const [keyword, value] of Object.entries(node)) {
      if (TESTS.has(keyword)) continue;
      if (keyword !== 'properties' && keyword !== '$defs') visit(value, owner);
      else
        for (const [name, member] of Object.entries(value as SchemaNode)) enter(keyword, name, member, owner);
    }
  };
  const enter = (keyword: string, name: string, member: unknown, owner: string): void => {
    if (keyword === 'properties') {
      const said = words.get(name) ?? new Map<string, string>();
      words.set(name, said);
      const description = descriptionOf(member, schema);
      if (description !== undefined && !said.has(description)) said.set(description, owner);
    }
    visit(
      member,
      name.replace(/^short(.*)/, (_, action: string) => `${action.toLowerCase()}, in short`),
    );
  };
  visit(schema, 'file');
  return words;
}

function wordsListed(name: string): [string, string][] {
  return [...wordsOf(readSchema(name))].flatMap(([key, said]): [string, string][] => {
    const meanings = [...said];
    if (meanings.length === 0) return [];
    const text = meanings.map(([description, owner]) =>
      meanings.length > 1 ? `(${owner}) ${description}` : description,
    );
    return [[`\`${key}\``, text.join(' ')]];
  });
}

/** What a schema says of itself, or what it refers to within the same file. */
function descriptionOf(node: unknown, root: SchemaNode): string | undefined {
  if (!isNode(node)) return undefined;
  const { description, deprecationMessage, $ref } = node;
  if (typeof description === 'string') return description;
  if (typeof deprecationMessage === 'string') return `An old word. ${deprecationMessage}`;
  if (typeof $ref !== 'string' || !$ref.startsWith('#/')) return undefined;
  const target = $ref
    .slice(2)
    .split('/')
    .reduce<unknown>((within, step) => (isNode(within) ? within[step] : undefined), root);
  return descriptionOf(target, root);
}

function isNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list in Markdown; `<` would begin a tag. */
function listed(entries: readonly (readonly [string, string])[]): string {
  return entries.map(([term, text]) => `- ${term}: ${text.replaceAll('<', String.raw`\<`)}`).join('\n');
}
