import { type Definition, type Language, LANGUAGES, type Origin, type PartUse, type Source } from '#journey';
import { valueAt } from '#schema';
import { everyValue } from '../bounds/every-value.js';
import { grouped } from '../definition-tree.js';

/** One text that a citizen reads: where it was written, and which text of the journey it is. */
export interface WrittenText {
  readonly language: Language;
  /** In the journey's own file, in that of the version, or in a part. */
  readonly place: Origin;
  /** Path among the words of the journey: `messages`, `late`, `body`. */
  readonly key: readonly string[];
  readonly text: string;
}

/**
 * *Source map* of the words of a journey: every text that is in use, in the order of its file. A text of a part stands here
 * once for each use of it; what is said elsewhere in its place is left out, and so is what `fixed` lists.
 */
export function writtenTexts({ sources, expansion }: Definition): WrittenText[] {
  const { uses, texts } = expansion;
  const members = uses.filter(({ member }) => member);
  return LANGUAGES.flatMap(language => {
    const own = [sources.versionTexts[language], sources.texts[language]];
    return [
      ...own.flatMap(source => (source ? inFile(source, [], key => ownKeys(key, members)) : [])),
      ...[...grouped(uses, ({ source }) => source)].flatMap(([source, all]) =>
        inFile(source, ['texts', language], key => all.map(use => keyInPart(key, use))),
      ),
    ];

    function inFile(
      source: Source,
      at: readonly string[],
      keysOf: (key: readonly string[]) => readonly (readonly string[])[],
    ): WrittenText[] {
      return [...everyValue(valueAt(source.value, at) ?? null)].flatMap(({ value, path }) => {
        const written = path.map(String);
        if (typeof value !== 'string' || written[0] === 'fixed') return [];
        const place = { source, path: [...at, ...path] };
        return keysOf(written)
          .filter(key => valueAt(texts[language], key) === value)
          .map(key => ({ language, place, key, text: value }));
      });
    }
  });
}

/** The texts of a language, each once, however often its part is used. */
export function textsOnce(texts: readonly WrittenText[]): WrittenText[] {
  const once = new Map<string, WrittenText>();
  for (const text of texts) {
    const key = JSON.stringify([text.place.source.file, text.place.path]);
    if (!once.has(key)) once.set(key, text);
  }
  return [...once.values()];
}

function isOfState([group]: readonly string[]): boolean {
  return group === 'states' || group === 'tasks';
}

/** What a journey says of an `each` holds for every member. */
function ownKeys(key: readonly string[], members: readonly PartUse[]): (readonly string[])[] {
  const [group = '', state = '', ...rest] = key;
  if (!isOfState(key)) return [key];
  const meant = members.flatMap(({ path, member }) => {
    const { of = '' } = member ?? {};
    return state === of || state.startsWith(`${of}.`)
      ? [[group, path + state.slice(of.length), ...rest]]
      : [];
  });
  return meant.length > 0 ? meant : [key];
}

/** In a part the paths of states begin at the state that it becomes. */
function keyInPart(key: readonly string[], { path }: PartUse): readonly string[] {
  const [group = '', state = '', ...rest] = key;
  return isOfState(key) ? [group, state === '.' ? path : `${path}.${state}`, ...rest] : key;
}
