import { type TaskEventDocument } from '../../rest/documents.js';
import { type OpenedTask } from './opened-task.js';

/** The answers of a task by their places around its form. */
export interface AnswersAround {
  /** They carry no data, and their designer wrote them before those that do: a yes before a no with a reason. */
  readonly before: readonly TaskEventDocument[];
  /** They carry what is filled in. */
  readonly filledIn: readonly TaskEventDocument[];
  readonly after: readonly TaskEventDocument[];
}

/** Where each answer of a task stands on its page; where nothing is asked, none carries anything and all stand before. */
export function answersAround({ task: { events }, form, data }: OpenedTask): AnswersAround {
  const first = events.findIndex(({ withData }) => withData);
  if (first < 0 || form.pages(data).length === 0) return { before: events, filledIn: [], after: [] };
  return {
    before: events.slice(0, first),
    filledIn: events.filter(({ withData }) => withData),
    after: events.slice(first).filter(({ withData }) => !withData),
  };
}
