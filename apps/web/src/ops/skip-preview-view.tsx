import { type ComponentChildren } from 'preact';
import { Alert } from '../design/alert.js';
import { Rows } from '../design/rows.js';
import { useVisit } from '../http/visit.js';
import { type SkipPreviewDocument } from '../rest/documents.js';
import { dayAndTime } from '../words/times.js';
import { lastTime } from './last-time.js';
import { useOpsWords } from './words/ops-words.js';

/** What would follow, by the names that the definition has for it; of what there is none nothing is said. */
export function SkipPreviewView({ preview }: { readonly preview: SkipPreviewDocument }) {
  const { language } = useVisit();
  const { dispatch, cases } = useOpsWords();
  const { facts, held, nothing, due: by, at } = dispatch.skip;
  const { status, left, entered, tasks, messages, asked, stopped, timers } = preview;
  const lists = [
    [
      facts.tasks,
      tasks.map(({ task, role, due }) => (
        <>
          <Named name={task} of={role} />
          {due !== undefined && `, ${by(lastTime(due, language))}`}
        </>
      )),
    ],
    [facts.messages, messages.map(({ text, role }) => <Named name={text} of={role} />)],
    [facts.asked, asked.map(({ service, step }) => <Named name={service} of={step} />)],
    [facts.stopped, stopped.map(({ service, step }) => <Named name={service} of={step} />)],
    [
      facts.timers,
      timers.map(({ step, due }) => (
        <>
          <code>{step}</code>, {at(dayAndTime(due, language))}
        </>
      )),
    ],
    [facts.left, innermost(left).map(path => <code>{path}</code>)],
    [facts.entered, innermost(entered).map(path => <code>{path}</code>)],
  ] as const;
  const filled = lists.filter(([, items]) => items.length > 0);
  return (
    <>
      {status === 'held' && <Alert kind="warning" heading={held} />}
      {filled.length === 0 ? (
        <p>{nothing}</p>
      ) : (
        <Rows
          rows={[
            { label: facts.status, value: cases.statuses[status] ?? status },
            ...filled.map(([label, items]) => ({ label, value: <Items items={items} /> })),
          ]}
        />
      )}
    </>
  );
}

/** A path says those it lies in. */
function innermost(paths: readonly string[]): readonly string[] {
  return paths.filter(path => !paths.some(other => other.startsWith(`${path}.`)));
}

function Items({ items }: { readonly items: readonly ComponentChildren[] }) {
  return (
    <ul class="nobullet-list">
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}

/** Something, and the role or state that it belongs to. */
function Named({ name, of }: { readonly name: string; readonly of: string }) {
  return (
    <>
      <code>{name}</code> (<code>{of}</code>)
    </>
  );
}
