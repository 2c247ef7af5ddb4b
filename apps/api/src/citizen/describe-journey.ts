import { dateAt, iso } from '#calendar';
import { type Language } from '#journey';
import {
  type AuthorityWork,
  caseReference,
  isStateQuiet,
  type JourneyView,
  type TimelineItem,
} from '#runtime';
import { UNCANCELLABLE_WORDS } from '../problem/uncancellable-words.js';
import { expectedEnd } from './expected-end.js';
import { describeContact } from './describe-contact.js';
import { describeParticipants } from './describe-participants.js';
import { describeSections, nextOf } from './describe-sections.js';
import { describeOthersTask, describeTask, dueOf, sectionOf } from './describe-task.js';
import { happeningWords } from './happening-words.js';
import {
  type AuthorityWorkDocument,
  type HappeningDocument,
  type JourneyDocument,
  type JourneyListItem,
  type StateDocument,
  type SelfCancellationDocument,
  type CancellableDocument,
  type ContactDocument,
  type TimerDocument,
} from './journey-document.js';
import { type ReaderWords } from './reader-words.js';
import { type OutcomeDocument } from './section-document.js';

/** The id that the reader knows an entry of the journal by. */
export type EntryId = (seq: number) => string;

/** Localisation: puts words to a view, in the reader's language, and times as ISO 8601. */
export function describeJourney(
  view: JourneyView,
  messages: JourneyDocument['messages'],
  words: ReaderWords,
  idOf: EntryId,
): JourneyDocument {
  const end = expectedEnd(view, words.compiled.definition);
  const outcome = outcomeOf(view, words);
  const next = nextOf(view, words);
  const participants = describeParticipants(words);
  const { label } = words;
  const starter = participants.find(({ role }) => role === 'applicant');
  return {
    id: view.id,
    definition: view.definition,
    hash: view.hash,
    reference: caseReference(view.id, words.compiled.definition.title.da),
    title: words.title,
    ...(label !== undefined && { label }),
    ...(starter !== undefined && { startedBy: starter }),
    participants,
    needsYou: view.tasks.some(({ kind }) => kind === 'must'),
    quiet: view.quiet,
    bereaved: view.bereaved,
    status: view.status,
    version: idOf(view.version),
    roles: view.roles,
    startedAt: iso(view.startedAt),
    movedAt: iso(view.movedAt),
    ...(view.endedAt !== undefined && { endedAt: iso(view.endedAt) }),
    ...(end !== undefined && { expectedEnd: end }),
    states: describeStates(view.states, words),
    sections: describeSections(view, words),
    ...(outcome && { outcome }),
    ...(next && { next }),
    tasks: view.tasks.map(task => describeTask(task, view, words)),
    others: view.others.map(task => describeOthersTask(task, words)),
    authorities: view.authorities.map(work => describeWork(work, words)),
    awaited: view.awaited.map(({ state, event }) => ({ step: state, event, text: words.report(event) })),
    timers: view.timers.map(timer => describeTimer(timer, words)),
    happened: view.happened.map(happening => describeHappening(happening, words, idOf)),
    messages,
    ...(view.earlierThan !== undefined && { earlier: idOf(view.earlierThan) }),
    cancellable: view.uncancellable === undefined,
    cancellation: describeCancellable(view.uncancellable, words.language),
    links: {
      messages: `/v1/messages?journey=${view.id}`,
      answers: `/v1/journeys/${view.id}/answers`,
      happened: `/v1/journeys/${view.id}/happened`,
    },
    ...(view.undone && { undone: describeUndone(view.undone, words) }),
  };
}

/** A journey in a list. */
export function describeItem(view: JourneyView, words: ReaderWords): JourneyListItem {
  const starter = describeParticipants(words).find(({ role }) => role === 'applicant');
  const next = nextOf(view, words);
  const { label } = words;
  return {
    id: view.id,
    definition: view.definition,
    reference: caseReference(view.id, words.compiled.definition.title.da),
    title: words.title,
    ...(label !== undefined && { label }),
    ...(starter && { startedBy: starter }),
    status: view.status,
    roles: view.roles,
    needsYou: view.tasks.some(({ kind }) => kind === 'must'),
    quiet: view.quiet,
    ...(next && { next }),
    startedAt: iso(view.startedAt),
    ...(view.endedAt !== undefined && { endedAt: iso(view.endedAt) }),
  };
}

function describeUndone(
  reason: NonNullable<JourneyView['undone']>,
  words: ReaderWords,
): SelfCancellationDocument {
  return {
    text: words.undone(reason),
    irreversible: reason.stays.map(({ service }) => ({
      service,
      text: words.service(service),
      reason: words.of(words.compiled.catalogue.service(service)?.irreversible) ?? '',
    })),
  };
}

/** Something that happened, as in the journey's document and in its stream. */
export function describeHappening(
  happening: TimelineItem,
  words: ReaderWords,
  idOf: EntryId,
): HappeningDocument {
  const { seq, at, kind, by, holder, holderAuthority } = happening;
  const { compiled, reader } = words;
  const quiet = compiled.isQuiet(reader.state);
  // After a loss it is told what was done, and not what was waited for then.
  const isMeant = (path: string): boolean => !quiet || isStateQuiet(path, compiled);
  return {
    id: idOf(seq),
    at: iso(at),
    kind,
    ...(by !== undefined && { by }),
    ...(by === 'you' && holder !== undefined && { doneBy: words.holder(holder, holderAuthority) }),
    text: [happening, ...(happening.taken ?? [])].map(each => happeningWords(each, words)).join(' '),
    entered: describeStates(happening.entered.filter(isMeant), words),
    left: describeStates(happening.left.filter(isMeant), words),
  };
}

/** What an authority is doing. */
export function describeWork(
  work: JourneyView['authorities'][number],
  words: ReaderWords,
): AuthorityWorkDocument {
  const contract = words.compiled.catalogue.service(work.service);
  const { authority } = work;
  return {
    text: words.doing(work.service, authority),
    service: work.service,
    authority,
    authorityName: words.authority(authority),
    ...(contract && { tier: contract.tier }),
    step: work.state,
    ...sectionOf(work.state, words),
    since: iso(work.since),
    ...dueOf(work.due),
    stage: work.stage,
    ...(work.because && { because: work.because, delay: DELAYS[words.language][work.because] }),
    ...(work.asksAgain !== undefined && { asksAgain: iso(work.asksAgain) }),
    ...contactOf(contract?.authority ?? authority, words),
  };
}

const DELAYS: Readonly<Record<Language, Readonly<Record<NonNullable<AuthorityWork['because']>, string>>>> = {
  da: {
    paused: 'Vi venter lidt med at spørge myndigheden igen. Det skyldes ikke dig',
    outage: 'Vi kan ikke få forbindelse til myndigheden lige nu og prøver igen. Det skyldes ikke dig',
    late: 'Myndigheden har ikke svaret inden for sin frist. Det skyldes ikke dig',
  },
  en: {
    paused: 'We are waiting a while before we ask the authority again. It is not because of you',
    outage: 'We cannot reach the authority at the moment, and will try again. It is not because of you',
    late: 'The authority has not answered within its time limit. It is not because of you',
  },
};

function contactOf(
  role: string,
  { compiled: { catalogue } }: ReaderWords,
): { readonly contact?: ContactDocument } {
  const contact = describeContact(catalogue.authority(role));
  return contact ? { contact } : {};
}

/** States that have something to say for themselves; a region's inner machinery has not. */
function describeStates(paths: readonly string[], words: ReaderWords): readonly StateDocument[] {
  return paths.flatMap(path => {
    const text = words.state(path);
    return text === undefined ? [] : [{ path, text }];
  });
}

/** Something that happens by itself. */
export function describeTimer(
  { state, due, certain, targets, endsTask }: JourneyView['timers'][number],
  words: ReaderWords,
): TimerDocument {
  // What is waited for will most likely come first: then the words for its absence tell what is not so.
  const then =
    (endsTask ? words.ifNothing(state) : undefined) ??
    (certain || endsTask ? ahead(targets, words) : undefined);
  return {
    step: state,
    ...sectionOf(state, words),
    ...textOf(state, words),
    ...(then !== undefined && { then }),
    due: iso(due),
    lastDay: dateAt(due - 1),
  };
}

/** Where it may lead, when that is one thing. */
function ahead(targets: readonly string[], words: ReaderWords): string | undefined {
  const ways = new Set(targets.map(path => words.ahead(path)));
  return ways.size === 1 ? [...ways][0] : undefined;
}

/** What the journey has come to. */
function outcomeOf({ status, end, undone }: JourneyView, words: ReaderWords): OutcomeDocument | undefined {
  if (undone) return { is: 'notNeeded', text: words.undone(undone) };
  if (status === 'cancelled') return { is: 'notNeeded', text: CANCELLED[words.language] };
  return end === undefined ? undefined : words.outcome(end);
}

const CANCELLED: Readonly<Record<Language, string>> = {
  da: 'Forløbet er annulleret',
  en: 'The journey was cancelled',
};

function describeCancellable(why: JourneyView['uncancellable'], language: Language): CancellableDocument {
  return why === undefined
    ? { possible: true }
    : { possible: false, why, text: UNCANCELLABLE_WORDS[why][language] };
}

function textOf(path: string, words: ReaderWords): { readonly text?: string } {
  const text = words.state(path);
  return text === undefined ? {} : { text };
}
