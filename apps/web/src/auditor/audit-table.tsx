import { DataTable } from '../design/data-table.js';
import { useVisit } from '../http/visit.js';
import { type AuditDocument } from '../rest/documents.js';
import { capital } from '../words/capital.js';
import { dayAndTime } from '../words/times.js';
import { type AuditorWords, useAuditorWords } from './words/auditor-words.js';

/** Who did what, when and why. */
export function AuditTable({ entries }: { readonly entries: readonly AuditDocument[] }) {
  const { language } = useVisit();
  const { log: words } = useAuditorWords();
  return (
    <DataTable
      caption={words.title}
      columns={words.columns}
      rows={entries.map(({ id, at, actor, action, subjects, cases, reason, outcome }) => ({
        key: id,
        cells: [
          capital(dayAndTime(at, language)),
          <Actor actor={actor} />,
          words.actions[action],
          reason ?? words.noReason,
          outcomeWords(outcome, words),
          <ul class="nobullet-list">
            {subjects.map(subject => (
              <li key={subject}>
                <code>{subject}</code>
              </li>
            ))}
            {cases !== undefined && <li>{words.cases(cases)}</li>}
          </ul>,
        ],
      }))}
    />
  );
}

/** In which role, and who: by an id that says nothing to others. */
function Actor({ actor }: { readonly actor: string }) {
  const { log: words } = useAuditorWords();
  const [role = '', id] = actor.split(':');
  return (
    <>
      {words.roles[role] ?? role} {id !== undefined && <code>{id}</code>}
    </>
  );
}

function outcomeWords(outcome: string | undefined, words: AuditorWords['log']): string {
  if (outcome === undefined) return words.open;
  return outcome === 'done' ? words.done : words.failed(words.failures[outcome] ?? outcome);
}
