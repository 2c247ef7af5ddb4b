import { type Definition, type StateDefinition } from '#journey';
import { fieldsOf, isObject, listOf } from '#schema';
import { type JsonObject } from '#statechart';
import { type CheckContext } from './check-context.js';

/** One text that a journey needs in every language: its path in `texts/<language>.yaml`, and what it is. */
export interface TextNeed {
  readonly path: readonly string[];
  readonly what: string;
}

/** The choices of a field, or of each item of a list. */
function optionsOf(schema: JsonObject): string[] {
  const items = schema['items'];
  return [schema, ...(isObject(items) ? [items] : [])].flatMap(each => listOf(each['enum']).map(String));
}

/** Everything the citizen of a definition may come to read. */
export function textNeeds(context: CheckContext): TextNeed[] {
  const { definition } = context;
  const messages = context.actions.flatMap(({ action: { type, params } }) =>
    type === 'message' && typeof params['text'] === 'string' && isMessage(definition, params['text'])
      ? [params['text']]
      : [],
  );
  return [
    { path: ['title'], what: 'the title of the journey' },
    { path: ['summary'], what: 'the summary of the journey' },
    ...cancellationIn(context),
    ...Object.keys(definition.roles).map(role => ({ path: ['roles', role], what: `the role ${role}` })),
    ...context.states
      .filter(state => isShown(context, state))
      .map(({ path }) => ({ path: ['states', path], what: `the state ${path}` })),
    ...context.states
      .filter(({ task }) => task)
      .map(({ path }) => ({ path: ['tasks', path, 'title'], what: `the task ${path}` })),
    ...context.states.flatMap(({ path, task }) =>
      Object.keys(task?.shows ?? {}).map(name => ({
        path: ['tasks', path, 'shows', name],
        what: `what the task ${path} shows as ${name}`,
      })),
    ),
    ...feesIn(context).map(fee => ({ path: ['fees', fee], what: `the fee ${fee}` })),
    ...labelsIn(context).map(label => ({ path: ['labels', label], what: `the label ${label}` })),
    ...remindersIn(context),
    ...sectionsIn(context).map(section => ({ path: ['sections', section], what: `the section ${section}` })),
    ...outcomesIn(context).map(outcome => ({ path: ['outcomes', outcome], what: `the outcome ${outcome}` })),
    ...usedForms(context).flatMap(form => formNeeds(context, form)),
    ...Object.keys(definition.offers).flatMap(name =>
      ['title', 'body'].map(key => ({
        path: ['offers', name, key],
        what: `the ${key} of the offer ${name}`,
      })),
    ),
    ...Object.keys(definition.conflicts).map(name => ({
      path: ['conflicts', name],
      what: `the conflict ${name}`,
    })),
    ...[...new Set(messages)].map(key => ({ path: ['messages', key], what: `the message ${key}` })),
  ];
}

/** Keys of the texts of fees. */
export function feesIn({ definition: { fees } }: CheckContext): string[] {
  return [...new Set(Object.values(fees).map(({ text }) => text))];
}

/** Keys of the texts of labels. */
export function labelsIn({ definition: { labels } }: CheckContext): string[] {
  return [...new Set(labels.map(({ text }) => text))];
}

/** Words of its own about cancelling in one language are there in every one. */
function cancellationIn({ definition: { texts } }: CheckContext): TextNeed[] {
  return Object.values(texts).some(({ cancellation }) => cancellation !== undefined)
    ? [{ path: ['cancellation'], what: 'what whoever regrets can do' }]
    : [];
}

/** A reminder with words of its own in one language has them in every one. */
function remindersIn({ states, definition: { texts } }: CheckContext): TextNeed[] {
  const own = states.filter(({ path }) => Object.values(texts).some(({ tasks }) => tasks[path]?.reminder));
  return own.flatMap(({ path }) =>
    ['subject', 'body'].map(part => ({
      path: ['tasks', path, 'reminder', part],
      what: `the reminder of the task ${path}`,
    })),
  );
}

/** Keys of the titles of sections. */
export function sectionsIn({ states }: CheckContext): string[] {
  return [...new Set(states.flatMap(({ section }) => section ?? []))];
}

/** Keys of the texts that say what came of something, what happens if nothing is done, or why everything is undone. */
export function outcomesIn({ states, actions }: CheckContext): string[] {
  const undone = actions.flatMap(({ action: { type, params } }) =>
    type === 'undo' && typeof params['text'] === 'string' ? params['text'] : [],
  );
  return [
    ...new Set([
      ...states.flatMap(({ outcome, task }) => [outcome?.text ?? [], task?.ifNothing ?? []].flat()),
      ...undone,
    ]),
  ];
}

/** The forms that tasks use and that exist. */
export function usedForms(context: CheckContext): string[] {
  return [...context.statesByForm.keys()].filter(form => Object.hasOwn(context.definition.forms, form));
}

/** A state in which a journey may rest, and a region, is said to the citizen; what is passed through is not. */
function isShown(context: CheckContext, state: StateDefinition): boolean {
  // The region of a missing member is over at once, and nobody sees it.
  if (state.absent) return false;
  if (state.path === '') return false;
  if (context.parent(state)?.type === 'parallel') return true;
  if (state.type === 'final') return true;
  return state.type === 'atomic' && !isPassedThrough(state);
}

function isPassedThrough({ transitions, invokes }: StateDefinition): boolean {
  return (
    invokes.length === 0 &&
    transitions.length > 0 &&
    transitions.every(({ trigger }) => trigger.kind === 'always')
  );
}

function formNeeds(context: CheckContext, form: string): TextNeed[] {
  const base = ['forms', form];
  const events = formEvents(context, form);
  return [
    { path: [...base, 'title'], what: `the form ${form}` },
    ...fieldsOf(context.definition.forms[form] ?? {}).flatMap(({ path, schemas }) => {
      const field = path.join('.');
      const options = new Set(schemas.flatMap(schema => optionsOf(schema)));
      return [
        { path: [...base, 'fields', field], what: `the field ${field} of the form ${form}` },
        ...[...options].map(option => ({
          path: [...base, 'fields', field, 'options', option],
          what: `the choice ${option} of the field ${field} of the form ${form}`,
        })),
      ];
    }),
    ...pagesOf(context, form).map((_, index) => ({
      path: [...base, 'pages', String(index)],
      what: `the page ${index + 1} of the form ${form}`,
    })),
    ...[...events].map(event => ({
      path: [...base, 'events', event],
      what: `the button ${event} of the form ${form}`,
    })),
  ];
}

/** The fields of each page of a form. */
export function pagesOf({ definition }: CheckContext, form: string): readonly (readonly string[])[] {
  const schema = definition.forms[form];
  const pages = isObject(schema) ? listOf(schema['x-pages']) : [];
  return pages.map(page => listOf(page).map(String));
}

/** The events of the tasks that use a form. */
export function formEvents(context: CheckContext, form: string): Set<string> {
  const transitions = (context.statesByForm.get(form) ?? []).flatMap(state => state.transitions);
  return new Set(transitions.flatMap(({ trigger }) => (trigger.kind === 'event' ? [trigger.event] : [])));
}

function isMessage({ texts }: Definition, key: string): boolean {
  return Object.values(texts).some(({ messages }) => Object.hasOwn(messages, key));
}
