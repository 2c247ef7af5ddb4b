import { BackLink } from '../../design/back-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { useWords } from '../../http/visit.js';
import { taskPath } from '../../paths.js';
import { type TaskEventDocument } from '../../rest/documents.js';
import { MovedOn } from './moved-on.js';
import { type OpenedTask } from './opened-task.js';
import { SendAnswer } from './send-answer.js';
import { TaskFacts } from './task-facts.js';

export interface ChoicePageProps {
  readonly opened: OpenedTask;
  readonly event: TaskEventDocument;
  readonly sendKey: string;
  readonly movedOn?: boolean;
}

/** Asked once more: an answer that stands beside a form, what it is about, and what it leads to. */
export function ChoicePage({ opened, event, sendKey, movedOn = false }: ChoicePageProps) {
  const words = useWords();
  const { task, place } = opened;
  return (
    <PageLayout
      title={event.label}
      above={<BackLink href={taskPath(place.journey, place.task)}>{words.back}</BackLink>}
    >
      {movedOn && <MovedOn />}
      <p class="above-heading">{task.title}</p>
      <h1>{event.label}</h1>
      <TaskFacts task={task} />
      <SendAnswer opened={opened} event={event} sendKey={sendKey} />
    </PageLayout>
  );
}
