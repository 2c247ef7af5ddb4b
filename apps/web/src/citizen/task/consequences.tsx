import { useWords } from '../../http/visit.js';
import { type TaskEventDocument } from '../../rest/documents.js';

export interface ConsequencesProps {
  readonly event: TaskEventDocument;
  readonly id: string;
  /** There are others to choose from, to which it does not apply. */
  readonly oneOfSeveral: boolean;
}

/** What an answer leads to: who is told, and whether it can be undone. */
export function Consequences({ event, id, oneOfSeveral }: ConsequencesProps) {
  const words = useWords();
  const { label, discloses, irreversible = [], undoable } = event;
  return (
    <div id={id} class="consequences">
      {discloses.length > 0 && (
        <>
          <p>{oneOfSeveral ? words.form.disclosesOf(label) : words.form.discloses}</p>
          <ul>
            {discloses.map(({ service, text }) => (
              <li key={service}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {undoable === true && <p>{words.form.undoable}</p>}
      {irreversible.map(reason => (
        <p key={reason}>{reason}</p>
      ))}
      {undoable === false && irreversible.length === 0 && <p>{words.form.notUndoable}</p>}
    </div>
  );
}
