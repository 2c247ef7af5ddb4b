import { type Document, visit, type YAMLError, type YAMLWarning } from 'yaml';

const NO_ENTRY = {
  message: 'the line is no entry: it has no colon and space after its name',
  remedy: 'Write name: and then what it has, or close the quote that is open before it.',
};

/** Faults of YAML for those who do not know its parser. Undefined: what the parser says will do. */
export function yamlWords({
  code,
  message,
}: YAMLError | YAMLWarning): { message: string; remedy: string } | undefined {
  switch (code) {
    case 'MULTIPLE_DOCS':
      return { message: 'a second document begins here', remedy: 'Take out the line ---.' };
    case 'TAB_AS_INDENT':
      return { message: 'the line begins with a tab', remedy: 'Indent with spaces.' };
    case 'MISSING_CHAR':
      if (message.startsWith('Implicit map keys')) return NO_ENTRY;
      return { message: lowered(message), remedy: 'Close what was opened before: a quote or a bracket.' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        message: 'a colon and a space begin an entry, and none can begin here',
        remedy: "Put a text that has a colon in quotes: 'First: then'.",
      };
    case 'MULTILINE_IMPLICIT_KEY':
      return NO_ENTRY;
    case 'BAD_SCALAR_START':
      return { message: 'a text cannot begin with this sign', remedy: 'Put the text in quotes.' };
    case 'UNEXPECTED_TOKEN':
      if (message !== 'Unexpected scalar at node end') return undefined;
      return {
        message: 'something stands after what was ended before it',
        remedy: "Take it out, or join the two; a quote within quotes is written twice: 'it''s'.",
      };
    case 'BAD_INDENT':
      return message.startsWith('Flow')
        ? { message: 'a { or [ before it is not closed', remedy: 'Close it with } or ] before this line.' }
        : {
            message: 'the line begins at another column than those beside it',
            remedy: 'Begin it where they begin, with spaces.',
          };
    default:
      return undefined;
  }
}

/**
 * The faults to mend first: a line that begins at the wrong column, or with a tab, makes the parser lose its way, and what it
 * says of the lines after it is of no use.
 */
export function firstFaults<T extends YAMLError | YAMLWarning>(faults: readonly T[]): readonly T[] {
  const tabs = faults.filter(({ code }) => code === 'TAB_AS_INDENT');
  if (tabs.length > 0) return tabs;
  const first = faults.findIndex(({ code }) => code === 'BAD_INDENT');
  return faults.filter(({ code }, index) => code !== 'BAD_INDENT' || index === first);
}

/** Where a document has an alias for what is not there, or the first that is one too many; in characters. */
export function aliasBeyond(document: Document, most: number): number {
  let seen = 0;
  let found: number | undefined;
  visit(document, {
    Alias(_key, alias) {
      seen += 1;
      if (seen <= most && alias.resolve(document) !== undefined) return undefined;
      found = alias.range?.[0];
      return visit.BREAK;
    },
  });
  return found ?? 0;
}

function lowered(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
