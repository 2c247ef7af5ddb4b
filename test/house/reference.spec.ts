import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Catalogue } from '#authorities';
import { formatDiagnostic } from '#journey';
import { checkWhole } from '#workshop';
import { exampleFaults, examplesIn } from './reference-examples.js';
import { generatedParts, readSchema, wordsOf } from './journey-reference.js';

const README = path.resolve(import.meta.dirname, '../../journeys/README.md');
const text = readFileSync(README, 'utf8');
const parts = Object.entries(generatedParts()).map(([name, content]) => ({ name, content }));

/** A block of YAML that belongs to the one whole journey, by its first line. */
const OF_JOURNEY = /```yaml\n# new-passport\/(\S+\.yaml)\n([\s\S]*?)```/g;

/** What stands between the markers of a generated part, markers included. */
function between(name: string): RegExp {
  return new RegExp(`<!-- ${name}: begin -->[\\s\\S]*?<!-- ${name}: end -->`);
}

describe('the reference of the journey language', () => {
  it('has its generated parts as schemas, functions and rules are now', () => {
    const current = parts.reduce(
      (page, { name, content }) =>
        page.replace(between(name), () => `<!-- ${name}: begin -->\n\n${content}\n\n<!-- ${name}: end -->`),
      text,
    );
    // UPDATE_INDEX=1 writes them anew.
    if (process.env['UPDATE_INDEX']) writeFileSync(README, current);
    expect(readFileSync(README, 'utf8')).toBe(current);
  });

  it.each(parts)('has the markers of $name, with something between them', ({ name, content }) => {
    expect(between(name).test(text)).toBe(true);
    expect(content.split('\n').length).toBeGreaterThan(20);
  });

  it('tells every key of a version file in its own words, each with a description in the schema', () => {
    const told = parts.reduce((page, { name }) => page.replace(between(name), ''), text);
    const words = [...wordsOf(readSchema('definition'))];
    const untold = words.filter(([key]) => !new RegExp(`(?<![\\w-])${key}(?![\\w-])`).test(codeIn(told)));
    expect(words.length).toBeGreaterThan(60);
    expect(untold.map(([key]) => key)).toEqual([]);
    expect(words.filter(([, said]) => said.size === 0).map(([key]) => key)).toEqual([]);
  });

  it.each(examplesIn(text).map(block => ({ block, head: block.split('\n')[0] })))(
    'shows only what the schemas allow: $head',
    ({ block }) => expect(exampleFaults(block)).toEqual([]),
  );

  it('shows a whole journey that is sound and whose scenarios hold', () => {
    const files = Object.fromEntries(
      [...text.matchAll(OF_JOURNEY)].map(([, file = '', content = '']) => [file, content]),
    );
    expect(Object.keys(files).length).toBeGreaterThan(5);
    const { diagnostics, definitions } = checkWhole('new-passport', files, Catalogue.load());
    const told = diagnostics.filter(({ code }) => code !== 'not-walked');
    expect(told.map(fault => formatDiagnostic(fault, 'new-passport'))).toEqual([]);
    expect(definitions).toHaveLength(1);
  });
});

/** What is set as code: blocks, and words between backticks. */
function codeIn(page: string): string {
  return [...page.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].map(([code]) => code).join('\n');
}
