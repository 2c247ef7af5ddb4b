import { type Json } from '#statechart';
import { type Language } from '../catalogue.js';
import { isRecord, recordOf } from '../read/cursor.js';
import { sourceWithin, type Source } from '../source.js';
import { type PartUse } from './expansion.js';

/** Texts whose keys are paths of states. */
const BY_STATE = ['states', 'tasks'] as const;
const BY_NAME = ['forms', 'messages', 'roles', 'sections', 'outcomes'] as const;

/**
 * The words of a journey and of the parts that it uses, as one file of texts. What the journey itself says comes before what a part
 * says; what it says of an `each` holds for every member.
 */
export function mergedTexts(language: Language, own: Json, uses: readonly PartUse[]): Json {
  if (uses.length === 0) return own;
  const texts = recordOf(own);
  // A part within another comes after it, and what the outer one says comes first.
  const ofParts = uses.toReversed().map(use => ({
    use,
    said: recordOf(recordOf(recordOf(use.source.value)['texts'])[language]),
  }));
  const merged: Record<string, Json> = { ...texts };
  for (const group of BY_NAME) {
    merged[group] = {
      ...Object.assign({}, ...ofParts.map(({ said }) => recordOf(said[group]))),
      ...recordOf(texts[group]),
    };
  }
  for (const group of BY_STATE) {
    const written = recordOf(texts[group]);
    const said: Record<string, Json> = {};
    for (const { use, said: part } of ofParts) {
      for (const [key, text] of Object.entries(recordOf(part[group]))) {
        const path = stateAt(use.path, key);
        said[path] = over(said[path], text);
      }
      for (const [path, text] of use.member ? ofMember(written, use.member.of, use.path) : []) {
        said[path] = over(said[path], text);
      }
    }
    merged[group] = {
      ...said,
      ...Object.fromEntries(Object.entries(written).map(([key, text]) => [key, over(said[key], text)])),
    };
  }
  return merged;
}

/** What is said of a task, title, help or labels, over what the part that it stands in says besides. */
function over(part: Json | undefined, own: Json): Json {
  return isRecord(part) && isRecord(own) ? { ...part, ...own } : own;
}

/** The texts of a folder with those that a version has in their place, text by text. */
export function textsOver(folder: Json, version: Json | undefined): Json {
  if (version === undefined) return folder;
  const groups = Object.entries(recordOf(version)).map(([group, texts]): [string, Json] => [
    group,
    isRecord(texts) ? { ...recordOf(recordOf(folder)[group]), ...texts } : texts,
  ]);
  return { ...recordOf(folder), ...Object.fromEntries(groups) };
}

/** `.` is the state that the part has become. */
function stateAt(path: string, key: string): string {
  return key === '.' ? path : `${path}.${key}`;
}

function ofMember(written: Record<string, Json>, shared: string, path: string): [string, Json][] {
  return Object.entries(written).flatMap(([key, text]): [string, Json][] =>
    key === shared || key.startsWith(`${shared}.`) ? [[path + key.slice(shared.length), text]] : [],
  );
}

/** The forms, or the dated parameters, that the parts in use bring along, each as a file of its own. */
export function broughtAlong(what: 'forms' | 'parameters', uses: readonly PartUse[]): Record<string, Source> {
  return Object.fromEntries(
    uses.flatMap(({ source }) => {
      const all = isRecord(source.value) ? source.value[what] : undefined;
      return Object.keys(recordOf(all)).map(name => [name, sourceWithin(source, [what, name])]);
    }),
  );
}
