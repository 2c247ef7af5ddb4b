/** Functions of CEL that the journey language has its own meaning for, under names just as long, so that places stay true. */
const OWN: Readonly<Record<string, string>> = {
  /** See `hasPath`. */
  has: '_is',
  /** CEL's own runs any pattern, also one that takes ages. */
  matches: '_search',
};

const WORD = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\b(?:has|matches)(?=\s*\()/g;

/** Writes the functions of the journey language in place of CEL's. */
export function useOwnFunctions(expression: string): string {
  return expression.replace(WORD, found => OWN[found] ?? found);
}

/** The name under which designers write a function of ours. */
export function asWritten(message: string): string {
  return Object.entries(OWN).reduce((words, [written, own]) => words.replaceAll(own, written), message);
}
