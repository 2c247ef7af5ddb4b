import { type Source, type SourcePath } from '#journey';
import { isToBeWritten } from '../../make/to-be-written.js';
import { type Rule } from '../rule.js';

/** What `check --fix` makes is a placeholder: it holds the place of a text, a title or a source until somebody writes it. */
export const unwrittenText: Rule = {
  code: 'unwritten-text',
  title: 'no text that a citizen reads and no legal source is still to be written',
  severity: 'error',
  *find({ definition: { sources } }) {
    const { main, texts, versionTexts, parts, parameters } = sources;
    const read = [main, ...[texts, versionTexts, parts].flatMap(each => Object.values(each))];
    for (const source of [...read, ...(parameters ? [parameters] : [])]) {
      for (const { path, text } of unwrittenIn(source)) {
        yield {
          place: { source, path },
          message: `${path.join(' → ')} is still to be written: ${text.replace(/^TODO:\s*/, '') || 'nothing'}.`,
          remedy: 'Write it in place of TODO, or take it out.',
        };
      }
    }
  },
};

function unwrittenIn({ value }: Source): { path: SourcePath; text: string }[] {
  const found: { path: SourcePath; text: string }[] = [];
  const visit = (part: unknown, path: SourcePath): void => {
    if (isToBeWritten(part)) found.push({ path, text: String(part) });
    if (typeof part !== 'object' || part === null) return;
    for (const [key, inner] of Object.entries(part)) {
      visit(inner, [...path, Array.isArray(part) ? Number(key) : key]);
    }
  };
  visit(value, []);
  return found;
}
