import { dateAt } from '#calendar';
import { parentPath } from '#journey';
import { type JourneyView, type SectionView } from '#runtime';
import { type ReaderWords } from './reader-words.js';
import { type NextDocument, type SectionDocument } from './section-document.js';

/** The progress of a journey, section by section. */
export function describeSections(view: JourneyView, words: ReaderWords): readonly SectionDocument[] {
  return view.sections.map(section => describeSection(section, view, words));
}

function describeSection(
  { section, status, ends }: SectionView,
  view: JourneyView,
  words: ReaderWords,
): SectionDocument {
  const isHere = (state: string): boolean => words.compiled.sectionOf(state) === section;
  const title = words.section(section);
  const isOpen = status === 'yours' || status === 'theirs';
  const found = isOpen
    ? (askedOrAwaited(view, words, isHere) ??
      appealIn(view, words, isHere) ??
      doorIn(view, words, isHere) ??
      goesOn(view, words, isHere))
    : undefined;
  const next = found?.text === title ? undefined : found;
  const outcomes = ends.flatMap(end => words.reached(end) ?? []);
  // Two children, one answer: it is said once.
  const said = new Map(outcomes.map(outcome => [outcome.text, outcome]));
  return {
    section,
    title,
    // Where nothing is waited for but that they may say something, it is theirs to say.
    status: next?.task === undefined ? status : 'yours',
    outcomes: [...said.values()],
    ...(next && { next }),
  };
}

/**
 * What comes next: what the reader must do, may do, and else what is waited for, the nearest first. An appeal is no next step, for it
 * need never be made.
 */
export function nextOf(view: JourneyView, words: ReaderWords): NextDocument | undefined {
  return askedOrAwaited(view, words, () => true) ?? goesOn(view, words, () => true);
}

type Place = (state: string) => boolean;

function askedOrAwaited(
  { tasks, others, authorities, awaited }: JourneyView,
  words: ReaderWords,
  isHere: Place,
): NextDocument | undefined {
  const mine = tasks
    .filter(({ task, kind }) => kind !== 'standing' && !words.compiled.isAppeal(task) && isHere(task))
    .sort(
      (a, b) =>
        Number(a.kind === 'may') - Number(b.kind === 'may') || (a.due ?? Infinity) - (b.due ?? Infinity),
    )[0];
  if (mine) return { text: words.taskTitle(mine.task), task: mine.task, ...lastDayOf(mine.due) };
  const work = authorities.find(({ state }) => isHere(state));
  if (work) return { text: words.service(work.service), ...lastDayOf(work.due) };
  // What another may do and may leave is not waited for.
  const other = others.find(({ task, kind }) => kind === 'must' && isHere(task));
  if (other) {
    const [name = words.roleInText(other.role)] = other.names ?? [];
    return { text: WAITING[words.language](name), ...lastDayOf(other.due) };
  }
  const report = awaited.find(({ state }) => isHere(state));
  return report && { text: AWAITED[words.language](words.report(report.event)), awaits: report.event };
}

/** With what the reader can appeal what was decided there. */
function appealIn({ tasks }: JourneyView, words: ReaderWords, isHere: Place): NextDocument | undefined {
  const appeal = tasks.find(({ task }) => words.compiled.isAppeal(task) && isHere(task));
  return appeal && { text: words.taskTitle(appeal.task), task: appeal.task, ...lastDayOf(appeal.due) };
}

/** What the reader may say at any time. */
function doorIn({ tasks }: JourneyView, words: ReaderWords, isHere: Place): NextDocument | undefined {
  const door = tasks.find(({ task, kind }) => kind === 'standing' && isHere(task));
  return door && { text: words.taskTitle(door.task), task: door.task };
}

function goesOn({ states }: JourneyView, words: ReaderWords, isHere: Place): NextDocument | undefined {
  const isFinal = (path: string): boolean => words.compiled.isFinal(path);
  // What has reached its end does not go on.
  const over = new Set(states.filter(isFinal).map(parentPath));
  const text = states
    .filter(path => isHere(path) && !isFinal(path) && !over.has(path))
    .flatMap(path => words.state(path) ?? [])
    .at(-1);
  return text === undefined ? undefined : { text };
}

const WAITING = {
  da: (who: string) => `Vi venter på svar fra ${who}`,
  en: (who: string) => `We are waiting for an answer from ${who}`,
} as const;

const AWAITED = {
  da: (report: string) => `Vi venter på beskeden ”${report}”`,
  en: (report: string) => `We are waiting for the notice “${report}”`,
} as const;

function lastDayOf(due: number | undefined): { readonly lastDay?: string } {
  return due === undefined ? {} : { lastDay: dateAt(due - 1) };
}
