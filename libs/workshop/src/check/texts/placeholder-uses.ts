import {
  compileTemplate,
  type Given,
  type GivenValues,
  type Placeholder,
  placeholdersIn,
  typeFor,
  type PlaceholderType,
  type ValueType,
} from '#journey';
import { type CheckContext } from '../check-context.js';
import { type WrittenText } from './written-texts.js';

/** Texts whose placeholders are given values; anywhere else a citizen would read `{name}` as it stands. */
export const GIVEN_GROUPS: readonly (keyof GivenValues)[] = [
  'messages',
  'outcomes',
  'states',
  'tasks',
  'forms',
  'labels',
];

/** A placeholder where it stands, with what it is given by each who says the text. */
export interface PlaceholderUse {
  readonly text: WrittenText;
  readonly placeholder: Placeholder;
  readonly group: keyof GivenValues;
  /** Key of the text in its group. */
  readonly key: string;
  readonly given: readonly Given[];
}

/** Every placeholder for which there can be a value, in the order of the files; of a text that nothing says, none. */
export function* placeholderUses(context: CheckContext): Generator<PlaceholderUse> {
  for (const text of context.texts) {
    const group = GIVEN_GROUPS.find(each => each === text.key[0]);
    const key = text.key[1] ?? '';
    const given = group && context.given[group].get(key);
    if (!group || !given) continue;
    for (const placeholder of placeholdersIn(text.text)) yield { text, placeholder, group, key, given };
  }
}

/** The type of what a placeholder is given, by each who gives it. */
export function typesGiven({ placeholder, given }: PlaceholderUse, context: CheckContext): ValueType[] {
  return given.flatMap(values => {
    const template = Object.hasOwn(values, placeholder.name) ? values[placeholder.name] : undefined;
    return template === undefined ? [] : [compileTemplate(template, context.environment).type];
  });
}

/** The type that a placeholder lacks; undefined when it has one, or needs none. */
export function missingType(use: PlaceholderUse, context: CheckContext): PlaceholderType | undefined {
  if (use.placeholder.type !== undefined) return undefined;
  return typesGiven(use, context)
    .map(typeFor)
    .find(type => type !== undefined);
}

/** The texts of a group in words, for messages. */
export const GROUP_WORDS: Readonly<Record<keyof GivenValues, string>> = {
  messages: 'message',
  outcomes: 'outcome',
  states: 'state',
  tasks: 'task',
  forms: 'form',
  labels: 'label',
};
