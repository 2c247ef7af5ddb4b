import { dateInWords } from '#calendar';
import { Rows } from '../../design/rows.js';
import { useVisit } from '../../http/visit.js';
import { type TaskDocument } from '../../rest/documents.js';

/** What a task is about: why, until when, and what happens if nothing is done. */
export function TaskFacts({ task }: { readonly task: TaskDocument }) {
  const { words, language } = useVisit();
  const { help, shows, lastDay, ifNothing } = task;
  return (
    <>
      {help !== undefined && <p class="lead">{help}</p>}
      <Rows rows={shows.map(({ label, value }) => ({ label, value }))} />
      {lastDay !== undefined && (
        <p>
          <strong>{words.journey.lastDay(dateInWords(lastDay)[language])}</strong>
        </p>
      )}
      {ifNothing !== undefined && <p>{words.sentence(ifNothing)}</p>}
    </>
  );
}
