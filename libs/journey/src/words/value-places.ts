import { type Json } from '#statechart';
import { type Definition } from '../definition.js';
import { everyState } from '../state-index.js';

/** Templates by the name of their placeholder. */
export type Given = Readonly<Record<string, Json>>;

/** What each text is given, by all who say it: a message and an outcome may be said in several places. */
export interface GivenValues {
  readonly messages: ReadonlyMap<string, readonly Given[]>;
  readonly outcomes: ReadonlyMap<string, readonly Given[]>;
  readonly states: ReadonlyMap<string, readonly Given[]>;
  readonly tasks: ReadonlyMap<string, readonly Given[]>;
  readonly forms: ReadonlyMap<string, readonly Given[]>;
  readonly labels: ReadonlyMap<string, readonly Given[]>;
}

/** Name of the last day of a task, which it always has when it is due. */
export const LAST_DAY = 'lastDay';

/** *Use–definition index* of texts: the templates behind their placeholders. */
export function givenValues({ machine, labels }: Definition): GivenValues {
  const given = {
    messages: new Map<string, Given[]>(),
    outcomes: new Map<string, Given[]>(),
    states: new Map<string, Given[]>(),
    tasks: new Map<string, Given[]>(),
    forms: new Map<string, Given[]>(),
    labels: new Map<string, Given[]>(),
  };
  const add = (group: keyof GivenValues, key: unknown, values: Given): void => {
    if (typeof key === 'string') given[group].set(key, [...(given[group].get(key) ?? []), values]);
  };
  for (const { text, with: values } of labels) add('labels', text, values);
  for (const { path, task, outcome, with: values, entry, exit, transitions } of everyState(machine)) {
    add('states', path, values ?? {});
    if (outcome) add('outcomes', outcome.text, outcome.with);
    if (task) {
      const all = { ...(task.due !== undefined && { [LAST_DAY]: '= today' }), ...task.with };
      add('tasks', path, all);
      add('forms', task.form, all);
      add('outcomes', task.ifNothing, all);
    }
    for (const { type, params } of [...entry, ...exit, ...transitions.flatMap(({ actions }) => actions)]) {
      if (type === 'message') add('messages', params['text'], Object(params['with']) as Given);
    }
  }
  return given;
}
