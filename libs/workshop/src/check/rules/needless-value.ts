import { type GivenValues, placeholdersIn, type Place, type Source } from '#journey';
import { valueAt } from '#schema';
import { type Json } from '#statechart';
import { everyValue } from '../bounds/every-value.js';
import { type CheckContext } from '../check-context.js';
import { type Rule } from '../rule.js';
import { GROUP_WORDS } from '../texts/placeholder-uses.js';

/**
 * Data minimisation (GDPR, article 5(1)(c)): what a text does not say is not handed to it. A part hands on what its own texts
 * say; who writes another text in place of one of them says as much of it as they like.
 */
export const needlessValue: Rule = {
  code: 'needless-value',
  title: 'a text is given what it says, and no more',
  severity: 'error',
  *find(context) {
    const said = saidBy(context);
    for (const { group, key, others = [], values, place } of given(context)) {
      const texts = [`${group} ${key}`, ...others].flatMap(each => said.get(each) ?? []);
      // A text that there is not at all is told elsewhere.
      if (texts.length === 0) continue;
      for (const name of Object.keys(Object(values))) {
        if (texts.some(names => names.has(name)) || isSaidBy(place.source, name)) continue;
        yield {
          place: { ...place, path: [...place.path, name] },
          key: true,
          message: `The ${GROUP_WORDS[group]} ${key} is given ${name}, and its text does not say it.`,
          remedy: `Leave ${name} out, or say {${name}} in the text.`,
        };
      }
    }
  },
};

interface GivenHere {
  readonly group: keyof GivenValues;
  readonly key: string;
  /** Texts of another group that are given the same. */
  readonly others?: readonly string[];
  readonly values: Json | undefined;
  readonly place: Place;
}

function* given(context: CheckContext): Generator<GivenHere> {
  for (const { text: key, with: values, at } of context.definition.labels) {
    yield { group: 'labels', key, values, place: context.at(...at, 'with') };
  }
  for (const { action } of context.actions) {
    const { text: key, with: values } = action.params;
    if (action.type !== 'message' || typeof key !== 'string') continue;
    yield { group: 'messages', key, values, place: context.at(...action.at, 'params', 'with') };
  }
  for (const { path, task, outcome, with: values, at } of context.states) {
    if (outcome) {
      const place = context.at(...outcome.at, 'with');
      yield { group: 'outcomes', key: outcome.text, values: outcome.with, place };
    }
    if (task) {
      const others = [`forms ${task.form}`, `outcomes ${task.ifNothing}`];
      yield { group: 'tasks', key: path, others, values: task.with, place: context.at(...task.at, 'with') };
    }
    if (values) yield { group: 'states', key: path, values, place: context.at(...at, 'meta', 'with') };
  }
}

/** The names that each text says, in any language, by its group and key. */
function saidBy({ texts }: CheckContext): ReadonlyMap<string, ReadonlySet<string>> {
  const said = new Map<string, Set<string>>();
  for (const { key, text } of texts) {
    const at = `${key[0]} ${key[1]}`;
    const names = said.get(at) ?? new Set();
    for (const { name } of placeholdersIn(text)) names.add(name);
    said.set(at, names);
  }
  return said;
}

/** Whether a part says something in the texts that it brings along. */
function isSaidBy(part: Source, name: string): boolean {
  const texts = valueAt(part.value, ['texts']) ?? null;
  return [...everyValue(texts)].some(
    ({ value }) => typeof value === 'string' && placeholdersIn(value).some(each => each.name === name),
  );
}
