import { readFileSync } from 'node:fs';
import path from 'node:path';
import { exportedNames } from './exported-names.js';

const README = path.resolve(import.meta.dirname, '../../libs/README.md');

/** Words that the glossary of `libs/README.md` rules out, each with the word that stands for it. */
function ruledOut(): ReadonlyMap<string, string> {
  const glossary = readFileSync(README, 'utf8').split('\n## Glossary\n')[1] ?? '';
  const rows = glossary
    .split('\n')
    .filter(line => line.startsWith('|'))
    .slice(2)
    .map(line => line.split('|').map(cell => cell.trim()));
  return new Map(
    rows.flatMap(([, word, , notThis]) =>
      (notThis ?? '')
        .split(', ')
        .filter(Boolean)
        .map(other => [other.replaceAll(' ', '').toLowerCase(), word!] as const),
    ),
  );
}

/** `deadLetterQueue` -> `dead letter queue` */
function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[\s_]+/)
    .map(word => word.toLowerCase());
}

/** One word, or several in a row, written without spaces. */
function phrasesOf(name: string): readonly string[] {
  const words = wordsOf(name);
  return words.flatMap((_, from) =>
    words.slice(from).map((__, more) => words.slice(from, from + more + 1).join('')),
  );
}

const names = exportedNames('libs', 'apps');

describe('the glossary', () => {
  it('has words, and words that they replace', () => {
    expect(ruledOut().get('workflow')).toBe('definition');
    expect(ruledOut().get('deadletter')).toBe('park');
    expect(names.length).toBeGreaterThan(500);
  });

  it('is kept to by every exported name', () => {
    const wrong = names.flatMap(({ name, file }) =>
      phrasesOf(name)
        .filter(phrase => ruledOut().has(phrase))
        .map(phrase => `${file}: ${name} says "${phrase}"; the word is "${ruledOut().get(phrase)}"`),
    );
    expect(wrong).toEqual([]);
  });

  it('gives a name one meaning: none is exported by two files', () => {
    const files = new Map<string, string[]>();
    for (const { name, file } of names) files.set(name, [...(files.get(name) ?? []), file]);
    const twice = [...files].filter(([, places]) => places.length > 1);
    expect(twice.map(([name, places]) => `${name}: ${places.join(', ')}`)).toEqual([]);
  });
});
