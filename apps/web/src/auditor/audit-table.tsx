import { DataTable } from '../design/data-table.js';
import { useVisit } from '../http/visit.js';
import { auditOfPath } from '../paths.js';
import { type AuditDocument } from '../rest/documents.js';
import { capital } from '../words/capital.js';
import { dayAndTime } from '../words/times.js';
import { type AuditorWords, useAuditorWords } from './words/auditor-words.js';

export interface AuditTableProps {
  readonly entries: readonly AuditDocument[];
  /** The id of the case that all of them are about, which is not said of each; absent: each leads to what else its actor has done. */
  readonly of?: string;
}

/** Who did what, when and why. */
export function AuditTable({ entries, of }: AuditTableProps) {
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
          <Actor actor={actor} linked={of === undefined} />,
          words.actions[action],
          reason ?? words.noReason,
          outcomeWords(outcome, words),
          <ul class="nobullet-list">
            {subjects
              .filter(subject => subject !== of)
              .map(subject => (
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
function Actor({ actor, linked }: { readonly actor: string; readonly linked: boolean }) {
  const { log: words } = useAuditorWords();
  const [role = '', id] = actor.split(':');
  const code = <code>{id}</code>;
  return (
    <>
      {words.roles[role] ?? role}{' '}
      {id !== undefined && (linked ? <a href={auditOfPath(actor)}>{code}</a> : code)}
    </>
  );
}

function outcomeWords(outcome: string | undefined, words: AuditorWords['log']): string {
  if (outcome === undefined) return words.open;
  return outcome === 'done' ? words.done : words.failed(words.failures[outcome] ?? outcome);
}

/** The same in a sentence. */
export function whoInWords(actor: string, words: AuditorWords['log']): string {
  const [role = '', id = ''] = actor.split(':');
  return `${words.roles[role] ?? role} ${id}`.trim();
}
