import { type Json } from '#statechart';
import { languageEnvironment } from './cel-functions.js';
import { useOwnFunctions } from './own-functions.js';
import { readsOf } from './reads.js';
import { isExpression } from './template.js';

let language: ReturnType<typeof languageEnvironment> | undefined;

/** Free variables of a template: the first names of all that its expressions read. */
export function namesIn(template: Json): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (part: Json): void => {
    if (isExpression(part)) for (const name of namesRead(part)) names.add(name);
    else if (typeof part === 'object' && part !== null) Object.values(part as object).forEach(visit);
  };
  visit(template);
  return names;
}

function namesRead(text: string): string[] {
  language ??= languageEnvironment();
  try {
    const { ast } = language.parse(useOwnFunctions(text.replace(/^\s*=/, '').trim()));
    return readsOf(ast).flatMap(({ path }) => path[0] ?? []);
  } catch {
    // What cannot be parsed never compiles.
    return [];
  }
}
