import { Fragment } from 'preact';
import { dateInWords } from '#calendar';
import { Card } from '../../design/card.js';
import { useVisit } from '../../http/visit.js';
import { taskPath } from '../../paths.js';
import { type OverviewTaskDocument } from '../../rest/documents.js';
import { byCase } from './by-case.js';
import { CaseName } from './case-name.js';

export interface TaskCardsProps {
  readonly heading: string;
  readonly tasks: readonly OverviewTaskDocument[];
}

/** What is to be done, by its last day, and what happens otherwise. */
export function TaskCards({ heading, tasks }: TaskCardsProps) {
  const { words, language } = useVisit();
  if (tasks.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      {byCase(tasks).map(({ journey, items }) => (
        <Fragment key={journey.id}>
          <CaseName journey={journey} />
          {items.map(({ task, title, lastDay, ifNothing }) => (
            <Card key={task} level="h4" heading={<a href={taskPath(journey.id, task)}>{title}</a>}>
              {lastDay !== undefined && (
                <p>
                  <strong>{words.journey.lastDay(dateInWords(lastDay)[language])}</strong>
                </p>
              )}
              {ifNothing !== undefined && <p>{words.sentence(ifNothing)}</p>}
            </Card>
          ))}
        </Fragment>
      ))}
    </section>
  );
}
