import { iso } from '#calendar';
import { type Definition, type ServiceCatalogue } from '#journey';
import { type JourneyView, type TimelineItem } from '#runtime';
import { expectedEnd } from './expected-end.js';
import { type FormDocument } from './form-document.js';
import { happeningWords } from './happening-words.js';
import {
  type AuthorityWorkDocument,
  type HappeningDocument,
  type JourneyDocument,
  type StateDocument,
  type SelfCancellationDocument,
  type TaskDocument,
} from './journey-document.js';
import { type DefinitionWords } from './words.js';

/** The id that the reader knows an entry of the journal by. */
export type EntryId = (seq: number) => string;

/** Localisation: puts words to a view, in the reader's language, and times as ISO 8601. */
export function describeJourney(
  view: JourneyView,
  definition: Definition,
  catalogue: ServiceCatalogue,
  words: DefinitionWords,
  idOf: EntryId,
): JourneyDocument {
  const end = expectedEnd(view, definition);
  return {
    id: view.id,
    definition: view.definition,
    hash: view.hash,
    title: words.title,
    status: view.status,
    version: idOf(view.version),
    roles: view.roles,
    startedAt: iso(view.startedAt),
    movedAt: iso(view.movedAt),
    ...(end !== undefined && { expectedEnd: end }),
    states: describeStates(view.states, words),
    tasks: view.tasks.map(task => describeTask(task, words)),
    others: view.others.map(({ task, role, due, names }) => ({
      task,
      title: words.task(task).title,
      role,
      roleName: words.role(role),
      ...(names && { names }),
      ...(due !== undefined && { due: iso(due) }),
    })),
    authorities: view.authorities.map(work => describeWork(work, catalogue, words)),
    awaited: view.awaited.map(({ state, event }) => ({ step: state, event, text: words.report(event) })),
    timers: view.timers.map(({ state, due }) => ({ step: state, ...textOf(state, words), due: iso(due) })),
    happened: view.happened.map(happening => describeHappening(happening, words, idOf)),
    ...(view.earlierThan !== undefined && { earlier: idOf(view.earlierThan) }),
    cancellable: view.cancellable,
    ...(view.undone && { undone: describeUndone(view.undone, catalogue, words) }),
  };
}

function describeUndone(
  { text, with: values, stays }: NonNullable<JourneyView['undone']>,
  catalogue: ServiceCatalogue,
  words: DefinitionWords,
): SelfCancellationDocument {
  return {
    text: words.outcome(text, values),
    irreversible: stays.map(({ service }) => ({
      service,
      text: words.service(service),
      reason: words.of(catalogue.service(service)?.irreversible) ?? '',
    })),
  };
}

/** Something that happened, as in the journey's document and in its stream. */
export function describeHappening(
  happening: TimelineItem,
  words: DefinitionWords,
  idOf: EntryId,
): HappeningDocument {
  const { seq, at, kind, by } = happening;
  return {
    id: idOf(seq),
    at: iso(at),
    kind,
    ...(by !== undefined && { by }),
    text: happeningWords(happening, words),
    entered: describeStates(happening.entered, words),
    left: describeStates(happening.left, words),
  };
}

const NO_TEXTS: FormDocument['texts'] = { fields: {}, events: {} };

function describeTask(open: JourneyView['tasks'][number], words: DefinitionWords): TaskDocument {
  const { task, role, due, events, form, schema, prefill, choices } = open;
  return {
    task,
    ...words.task(task),
    role,
    since: iso(open.since),
    ...(due !== undefined && { due: iso(due) }),
    events: events.map(({ event, data }) => ({ event, label: words.event(form, event), withData: data })),
    ...(schema !== true && {
      form: {
        name: form,
        schema: schema as unknown as FormDocument['schema'],
        texts: words.form(form) ?? NO_TEXTS,
      },
    }),
    ...(Object.keys(prefill).length > 0 && { prefill }),
    ...(Object.keys(choices).length > 0 && { choices }),
  };
}

function describeWork(
  work: JourneyView['authorities'][number],
  catalogue: ServiceCatalogue,
  words: DefinitionWords,
): AuthorityWorkDocument {
  const contract = catalogue.service(work.service);
  const authority = contract?.authority ?? work.service;
  return {
    text: words.service(work.service),
    service: work.service,
    authority,
    authorityName: words.authority(authority),
    ...(contract && { tier: contract.tier }),
    step: work.state,
    since: iso(work.since),
    ...(work.due !== undefined && { due: iso(work.due) }),
    stage: work.stage,
  };
}

/** States that have something to say for themselves; a region's inner machinery has not. */
function describeStates(paths: readonly string[], words: DefinitionWords): readonly StateDocument[] {
  return paths.flatMap(path => {
    const text = words.state(path);
    return text === undefined ? [] : [{ path, text }];
  });
}

function textOf(path: string, words: DefinitionWords): { readonly text?: string } {
  const text = words.state(path);
  return text === undefined ? {} : { text };
}
