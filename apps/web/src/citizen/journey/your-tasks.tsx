import { dateInWords } from '#calendar';
import { ButtonLink } from '../../design/buttons.js';
import { Card } from '../../design/card.js';
import { Details } from '../../design/details.js';
import { useVisit } from '../../http/visit.js';
import { taskPath } from '../../paths.js';
import { type JourneyDocument, type TaskDocument } from '../../rest/documents.js';
import { NextLine } from './next-line.js';

/** What the reader must do, the first thing first; then what they may do, and apart from it how to appeal. */
export function YourTasks({ journey }: { readonly journey: JourneyDocument }) {
  const { words } = useVisit();
  const must = byLastDay(journey.tasks.filter(({ kind }) => kind === 'must'));
  const may = byLastDay(journey.tasks.filter(task => task.kind === 'may' && !task.appeals));
  const appeals = byLastDay(journey.tasks.filter(task => task.appeals));
  const [first, ...more] = must;
  const { now, nowQuiet, nothingNow } = words.journey.headings;
  // What comes next stands below, among what they may do.
  const isBelow = may.some(({ task }) => task === journey.next?.task);
  return (
    <section data-part="tasks" aria-labelledby="now">
      <h2 id="now">{first ? (journey.quiet ? nowQuiet : now) : nothingNow}</h2>
      {first ? (
        <TaskCard journey={journey} task={first} first />
      ) : isBelow ? (
        <p>{words.journey.nothingNow}</p>
      ) : (
        <NextLine journey={journey} />
      )}
      {more.length > 0 && <h3>{words.journey.then}</h3>}
      {more.map(task => (
        <TaskCard key={task.task} journey={journey} task={task} />
      ))}
      {may.length > 0 && (
        <>
          <h2>{words.journey.may}</h2>
          {may.map(task => (
            <TaskCard key={task.task} journey={journey} task={task} />
          ))}
        </>
      )}
      {appeals.length > 0 && <Appeals journey={journey} appeals={appeals} />}
    </section>
  );
}

/** How to appeal what was decided: a right that stands there, and nothing that waits to be done. */
function Appeals({
  journey,
  appeals,
}: {
  readonly journey: JourneyDocument;
  readonly appeals: readonly TaskDocument[];
}) {
  const { words, language } = useVisit();
  return (
    <>
      <h2>{words.journey.disagree}</h2>
      <ul>
        {appeals.map(({ task, title, lastDay, draft }) => (
          <li key={task}>
            <a href={taskPath(journey.id, task)}>{title}</a>
            {lastDay !== undefined && ` – ${words.journey.atLatest(dateInWords(lastDay)[language])}`}
            {draft && <p>{words.journey.begunDraft}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Doors that stand open for what may happen: quiet, and never something to do. */
export function StandingDoors({ journey }: { readonly journey: JourneyDocument }) {
  const { words } = useVisit();
  const standing = journey.tasks.filter(({ kind }) => kind === 'standing');
  return (
    <section data-part="doors">
      {standing.length > 0 && (
        <Details summary={words.journey.doors}>
          <ul>
            {standing.map(({ task, title }) => (
              <li key={task}>
                <a href={taskPath(journey.id, task)}>{title}</a>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}

interface TaskCardProps {
  readonly journey: JourneyDocument;
  readonly task: TaskDocument;
  readonly first?: boolean;
}

function TaskCard({ journey, task, first = false }: TaskCardProps) {
  const { words, language } = useVisit();
  const { title, help, lastDay, ifNothing, draft } = task;
  const path = taskPath(journey.id, task.task);
  return (
    <Card first={first} heading={first ? title : <a href={path}>{title}</a>}>
      {lastDay !== undefined && <LastDay day={dateInWords(lastDay)[language]} quiet={journey.quiet} />}
      {first && help !== undefined && <p>{help}</p>}
      {ifNothing !== undefined && <p>{words.sentence(ifNothing)}</p>}
      {draft && <p>{words.journey.begunDraft}</p>}
      {first && (
        <p>
          <ButtonLink href={path}>{draft ? words.journey.goOn : words.journey.doIt}</ButtonLink>
        </p>
      )}
    </Card>
  );
}

/** Quiet, it is said and not pressed. */
function LastDay({ day, quiet }: { readonly day: string; readonly quiet: boolean }) {
  const text = useVisit().words.journey.lastDay(day);
  return <p>{quiet ? text : <strong>{text}</strong>}</p>;
}

function byLastDay(tasks: readonly TaskDocument[]): readonly TaskDocument[] {
  return [...tasks].sort((one, other) => (one.lastDay ?? '9999').localeCompare(other.lastDay ?? '9999'));
}
