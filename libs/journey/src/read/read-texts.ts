import { type FieldTexts, type FormTexts, type TaskTexts, type Texts } from '../definition.js';
import { type Cursor, isRecord } from './cursor.js';

/** Reads `texts/<language>.yaml`. */
export function readTexts(cursor: Cursor): Texts {
  return {
    title: cursor.get('title')?.text(),
    summary: cursor.get('summary')?.text(),
    cancellation: cursor.get('cancellation')?.text(),
    synonyms: cursor
      .get('synonyms')
      ?.items()
      .map(synonym => synonym.text()),
    states: textByKey(cursor.get('states')),
    tasks: each(cursor.get('tasks'), task => ({
      title: task.textAt('title'),
      help: task.get('help')?.text(),
      ...readReminder(task.get('reminder')),
      shows: textByKey(task.get('shows')),
    })),
    fees: each(cursor.get('fees'), fee =>
      typeof fee.value === 'string'
        ? { title: fee.value }
        : { title: fee.textAt('title'), when: fee.get('when')?.text() },
    ),
    labels: textByKey(cursor.get('labels')),
    forms: each(cursor.get('forms'), readFormTexts),
    messages: each(cursor.get('messages'), message => ({
      subject: message.textAt('subject'),
      body: message.textAt('body'),
    })),
    offers: each(cursor.get('offers'), offer => ({
      title: offer.textAt('title'),
      body: offer.textAt('body'),
    })),
    conflicts: textByKey(cursor.get('conflicts')),
    roles: each(cursor.get('roles'), role => (isRecord(role.value) ? role.textAt('title') : role.text())),
    rolesInText: rolesIn(cursor, 'inText'),
    rolesInRecord: rolesIn(cursor, 'inRecord'),
    sections: textByKey(cursor.get('sections')),
    outcomes: textByKey(cursor.get('outcomes')),
  };
}

/** What roles are called elsewhere than where they stand alone. */
function rolesIn(cursor: Cursor, where: 'inText' | 'inRecord'): Record<string, string> {
  return Object.fromEntries(
    (cursor.get('roles')?.entries() ?? []).flatMap(([role, at]) => {
      const called = at.get(where)?.text();
      return called === undefined ? [] : [[role, called]];
    }),
  );
}

function readReminder(cursor: Cursor | undefined): Pick<TaskTexts, 'reminder'> {
  return cursor ? { reminder: { subject: cursor.textAt('subject'), body: cursor.textAt('body') } } : {};
}

function readFormTexts(cursor: Cursor): FormTexts {
  const pages = cursor.get('pages');
  return {
    title: cursor.get('title')?.text(),
    ...(pages && { pages: pages.items().map(page => page.text()) }),
    fields: each(cursor.get('fields'), readFieldTexts),
    events: textByKey(cursor.get('events')),
  };
}

function readFieldTexts(cursor: Cursor): FieldTexts {
  if (typeof cursor.value === 'string') return { label: cursor.value };
  const options = cursor.get('options');
  return {
    label: cursor.textAt('label'),
    hint: cursor.get('hint')?.text(),
    ...(options && { options: textByKey(options) }),
  };
}

function textByKey(cursor: Cursor | undefined): Record<string, string> {
  return each(cursor, item => item.text());
}

/** Maps every member of a mapping. */
export function each<T>(cursor: Cursor | undefined, read: (item: Cursor) => T): Record<string, T> {
  return Object.fromEntries((cursor?.entries() ?? []).map(([key, item]) => [key, read(item)]));
}
