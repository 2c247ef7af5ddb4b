import { isRecord, LANGUAGES, type Source } from '#journey';
import { type Json } from '#statechart';
import { type CheckContext } from '../check/check-context.js';
import { type MissingPart } from './missing-parts.js';
import { toBeWritten } from './to-be-written.js';

/** A text of several lines, and those of them that it cannot do without. */
interface Halves {
  readonly path: readonly string[];
  readonly text: Json;
  readonly needed: readonly string[];
}

/** What a text that is begun still lacks: a message without a subject, a field with a hint and no label. */
export function missingHalves({ definition: { sources } }: CheckContext): MissingPart[] {
  return LANGUAGES.flatMap(language =>
    [sources.versionTexts[language], sources.texts[language]].flatMap(source =>
      source ? [...begun(source)].flatMap(halves => lackingIn(source, halves, language)) : [],
    ),
  );
}

function lackingIn({ file }: Source, { path, text, needed }: Halves, language: string): MissingPart[] {
  if (!isRecord(text)) return [];
  return needed
    .filter(half => (text[half] ?? '') === '')
    .map(half => ({
      file,
      path: [...path, half],
      value: toBeWritten(`the ${half} of ${path.join(' → ')}`),
      what: `the ${half} of ${path.join(' → ')} (${language})`,
    }));
}

function* begun({ value }: Source): Generator<Halves> {
  yield* each(value, 'messages', ['subject', 'body']);
  yield* each(value, 'offers', ['title', 'body']);
  yield* each(value, 'roles', ['title', 'inText']);
  yield* each(value, 'fees', ['title']);
  for (const { path, text } of each(value, 'forms', [])) {
    for (const field of each(text, 'fields', ['label'])) yield { ...field, path: [...path, ...field.path] };
  }
}

function* each(value: Json, group: string, needed: readonly string[]): Generator<Halves> {
  const texts = isRecord(value) ? value[group] : undefined;
  if (!isRecord(texts)) return;
  for (const [name, text] of Object.entries(texts)) yield { path: [group, name], text, needed };
}
