import { dateAt } from '#calendar';
import { caseReference, type JourneyView, type OverviewedJourney } from '#runtime';
import { describeItem, describeTimer, describeWork, type EntryId } from '../citizen/describe-journey.js';
import { describeOthersTask, dueOf } from '../citizen/describe-task.js';
import { type ReaderWords } from '../citizen/reader-words.js';
import { describeAppointment, describeBenefit, describeDecision, describePayment } from './describe-told.js';
import { type OverviewCaseDocument } from './overview-case-document.js';
import { type OverviewDocument, type OverviewTaskDocument } from './overview-document.js';

/** What an overview has of one journey. */
export type OverviewPart = Omit<
  OverviewDocument,
  'asOf' | 'complete' | 'corrections' | 'offers' | 'messages'
>;

/**
 * Localisation of one journey in an overview.
 *
 * @param now what is over by then is left out
 */
export function describePart(
  { view, told }: OverviewedJourney,
  words: ReaderWords,
  idOf: EntryId,
  now: number,
): OverviewPart {
  const journey = caseOf(view, words);
  const scene = { journey, words, idOf };
  const today = dateAt(now);
  const of = (is: (typeof told)[number]['is']) => told.filter(one => one.is === is);
  const isCurrent = ({ until }: { readonly until?: string }): boolean =>
    until === undefined || until >= today;
  // What ends a task of the reader's is said at the task.
  const mine = new Set(view.tasks.map(({ task }) => task));
  return {
    journeys: [{ ...describeItem(view, words), caseStatus: view.endedAt === undefined ? 2 : 4 }],
    tasks: view.tasks.flatMap((task): OverviewTaskDocument[] => {
      const { kind, due } = task;
      if (kind === 'standing') return [];
      const { title, ifNothing } = words.openTask(task);
      const section = words.compiled.sectionOf(task.task);
      return [
        {
          journey,
          task: task.task,
          kind,
          appeals: words.compiled.isAppeal(task.task),
          title,
          ...(section !== undefined && { section: words.section(section) }),
          ...dueOf(due),
          ...(ifNothing !== undefined && { ifNothing }),
        },
      ];
    }),
    byItself: view.timers
      .filter(({ state }) => !mine.has(state))
      .map(timer => ({ ...describeTimer(timer, words), journey }))
      .filter(({ then }) => then !== undefined),
    authorities: view.authorities.map(work => ({
      ...describeWork(work, words),
      journey,
      late: work.due !== undefined && work.due <= now,
    })),
    awaited: view.awaited.map(({ state, event }) => ({
      journey,
      step: state,
      event,
      text: words.report(event),
    })),
    others: view.others.map(task => ({ ...describeOthersTask(task, words), journey })),
    decisions: of('decision').map(one => describeDecision(one, scene)),
    benefits: of('benefit')
      .filter(isCurrent)
      .map(one => describeBenefit(one, scene)),
    payments: of('payment')
      .filter(isCurrent)
      .map(one => describePayment(one, scene)),
    appointments: of('appointment')
      .filter(({ day = '' }) => day >= today)
      .map(one => describeAppointment(one, scene)),
  };
}

function caseOf({ id, quiet }: JourneyView, words: ReaderWords): OverviewCaseDocument {
  const { label } = words;
  return {
    id,
    title: words.title,
    ...(label !== undefined && { label }),
    reference: caseReference(id, words.compiled.definition.title.da),
    quiet,
  };
}
