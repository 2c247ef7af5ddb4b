import { type Document, visit, type YAMLError, type YAMLWarning } from 'yaml';

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
      return { message: lowered(message), remedy: 'Close what was opened before: a quote or a bracket.' };
    default:
      return undefined;
  }
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
