import { dateAt, iso } from '#calendar';
import { askedAtOnce, type Choice, type ServiceContract } from '#journey';
import { type JourneyView } from '#runtime';
import { type FormDocument } from './form-document.js';
import { type ReaderWords } from './reader-words.js';
import { type OthersTaskDocument, type TaskDocument, type TaskEventDocument } from './task-document.js';

type OpenTask = JourneyView['tasks'][number];

const NO_TEXTS: FormDocument['texts'] = { fields: {}, events: {} };

/** A task of the reader's, in a journey as they see it. */
export function describeTask(
  open: OpenTask,
  { asOf, drafts, uncancellable }: Pick<JourneyView, 'asOf' | 'drafts' | 'uncancellable'>,
  words: ReaderWords,
): TaskDocument {
  const savedAt = drafts.get(open.task);
  const mayCancel = uncancellable === undefined;
  const { task, kind, role, due, form, schema, prefill, choices } = open;
  const { title, help, shows, ifNothing, form: texts, choices: worded } = words.openTask(open);
  return {
    task,
    kind,
    appeals: words.compiled.isAppeal(task),
    ...sectionOf(task, words),
    title,
    ...(help !== undefined && { help }),
    role,
    shows,
    since: iso(open.since),
    ...dueOf(due),
    ...(ifNothing !== undefined && { ifNothing }),
    events: open.events.map(event =>
      describeEvent(
        event,
        askedAtOnce(words.compiled, words.reader, task, event, asOf),
        texts?.events[event.event],
        mayCancel && !words.compiled.tellsOfLoss(task, event.event),
        words,
      ),
    ),
    ...(schema !== true && {
      form: {
        name: form,
        schema: schema as unknown as FormDocument['schema'],
        texts: texts ?? NO_TEXTS,
      },
    }),
    ...(savedAt !== undefined && { draft: { savedAt: iso(savedAt) } }),
    ...(Object.keys(prefill).length > 0 && { prefill }),
    ...(Object.keys(choices).length > 0 && { choices: labelled(choices, worded) }),
  };
}

/** Somebody else's: a door that stands open for them is not among these. */
export function describeOthersTask(
  { task, kind, role, due, names }: JourneyView['others'][number],
  words: ReaderWords,
): OthersTaskDocument {
  return {
    task,
    kind,
    ...sectionOf(task, words),
    title: words.taskTitle(task),
    role,
    roleName: words.roleInText(role),
    ...(names && { names }),
    ...dueOf(due),
  };
}

/** The section of a state, for whoever reads them together. */
export function sectionOf(state: string, words: ReaderWords): { readonly section?: string } {
  const section = words.compiled.sectionOf(state);
  return section === undefined ? {} : { section };
}

/** Due is the instant after the last on which it may be done. */
export function dueOf(due: number | undefined): { readonly due?: string; readonly lastDay?: string } {
  return due === undefined ? {} : { due: iso(due), lastDay: dateAt(due - 1) };
}

/** Labels in words; one that is called by what is chosen stays so, for it may be a person. */
function labelled(
  choices: OpenTask['choices'],
  worded: Readonly<Record<string, readonly { readonly label: string }[]>>,
): Readonly<Record<string, readonly Choice[]>> {
  return Object.fromEntries(
    Object.entries(choices).map(([field, offered]) => [
      field,
      offered.map(({ value, label }, index) => ({ value, label: worded[field]?.[index]?.label ?? label })),
    ]),
  );
}

function describeEvent(
  { event, data }: OpenTask['events'][number],
  services: readonly string[],
  label: string | undefined,
  // Only whoever can cancel is promised it; and of a loss nothing is said to be undone.
  isPromised: boolean,
  words: ReaderWords,
): TaskEventDocument {
  const { catalogue, definition } = words.compiled;
  const asked = services.flatMap(service => catalogue.service(service) ?? []).filter(isTold);
  const lasting = asked.filter(({ effect }) => effect !== 'none');
  const irreversible = lasting.flatMap(contract => words.of(contract.irreversible) ?? []);
  const undoable =
    definition.cancellation !== undefined && lasting.every(({ compensation }) => compensation !== undefined);
  return {
    event,
    label: label ?? event,
    withData: data,
    ...(lasting.length > 0 && (!undoable || isPromised) && { undoable }),
    ...(irreversible.length > 0 && { irreversible }),
    discloses: asked.map(({ id, authority }) => ({
      service: id,
      text: words.doing(id, authority),
      authority,
      authorityName: words.authority(authority),
    })),
  };
}

/** Whether it is told anything of anybody. */
function isTold({ categories }: ServiceContract): boolean {
  return Object.keys(categories).length > 0;
}
