import { type FieldTexts, type FormTexts, type Texts } from '../definition.js';
import { type Cursor } from './cursor.js';

/** Texts for a language that has no file. */
export const NO_TEXTS: Texts = { states: {}, tasks: {}, forms: {}, messages: {}, roles: {} };

/** Reads `texts/<language>.yaml`. */
export function readTexts(cursor: Cursor): Texts {
  cursor.only(['title', 'summary', 'states', 'tasks', 'forms', 'messages', 'roles']);
  const title = cursor.get('title')?.text();
  const summary = cursor.get('summary')?.text();
  return {
    ...(title !== undefined && { title }),
    ...(summary !== undefined && { summary }),
    states: textByKey(cursor.get('states')),
    tasks: each(cursor.get('tasks'), task => {
      task.only(['title', 'help']);
      const help = task.get('help')?.text();
      return { title: task.need('title', 'one line')?.text() ?? '', ...(help !== undefined && { help }) };
    }),
    forms: each(cursor.get('forms'), readFormTexts),
    messages: each(cursor.get('messages'), message => {
      message.only(['subject', 'body']);
      return {
        subject: message.need('subject', 'one line')?.text() ?? '',
        body: message.need('body', 'the message')?.text() ?? '',
      };
    }),
    roles: textByKey(cursor.get('roles')),
  };
}

function readFormTexts(cursor: Cursor): FormTexts {
  cursor.only(['title', 'fields', 'events']);
  const title = cursor.get('title')?.text();
  return {
    ...(title !== undefined && { title }),
    fields: each(cursor.get('fields'), readFieldTexts),
    events: textByKey(cursor.get('events')),
  };
}

function readFieldTexts(cursor: Cursor): FieldTexts {
  if (typeof cursor.value === 'string') return { label: cursor.value };
  cursor.only(['label', 'hint', 'options']);
  const hint = cursor.get('hint')?.text();
  const options = cursor.get('options');
  return {
    label: cursor.need('label', 'the words beside the field')?.text() ?? '',
    ...(hint !== undefined && { hint }),
    ...(options && { options: textByKey(options) }),
  };
}

function textByKey(cursor: Cursor | undefined): Record<string, string> {
  return each(cursor, item => item.text());
}

/** Maps every member of a mapping. */
export function each<T>(
  cursor: Cursor | undefined,
  read: (item: Cursor, key: string) => T,
): Record<string, T> {
  return Object.fromEntries((cursor?.entries() ?? []).map(([key, item]) => [key, read(item, key)]));
}
