import { Alert } from '../../design/alert.js';
import { BackLink } from '../../design/back-link.js';
import { ButtonLink } from '../../design/buttons.js';
import { PageLayout } from '../../design/page-layout.js';
import { Timeline, type TimelineEntry } from '../../design/timeline.js';
import { useVisit, type Visit } from '../../http/visit.js';
import { beforeStartPath, examplePath, PATHS } from '../../paths.js';
import { type ExampleDocument } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';
import { ExampleForm } from './example-form.js';

export interface ExamplePageProps {
  readonly example: ExampleDocument;
  /** Which part, counted from 1. */
  readonly number: number;
}

/** One part of an example: what is asked, what is answered, and what comes of it. */
export function ExamplePage({ example, number }: ExamplePageProps) {
  const visit = useVisit();
  const { words, language } = visit;
  const { id, title, applicant, steps } = example;
  const { answer, at, lines } = steps[number - 1]!;
  const heading = answer?.task.title ?? words.example.title(title);
  const isLast = number === steps.length;
  return (
    <PageLayout
      title={words.example.title(answer ? heading : title)}
      menu={PATHS.start}
      above={<BackLink href={beforeStartPath(id)}>{title}</BackLink>}
    >
      <Alert kind="info" heading={words.example.mark}>
        <p>{words.example.invented}</p>
      </Alert>
      <p class="step">{words.example.step(number, steps.length)}</p>
      <h1>{heading}</h1>
      {answer ? (
        <ExampleForm answer={answer} applicant={applicant} />
      ) : (
        <p class="lead">{words.example.begins(applicant, dayInWords(at, language))}</p>
      )}
      <h2>{words.example.then}</h2>
      {lines.length === 0 ? (
        <p>{words.example.nothing}</p>
      ) : (
        <Timeline items={lines.map((line, index) => entryOf(line, index, applicant, visit))} />
      )}
      {isLast && <p>{words.example.over}</p>}
      <div class="button-row">
        {!isLast && <ButtonLink href={examplePath(id, number + 1)}>{words.example.on}</ButtonLink>}
        {isLast && <ButtonLink href={beforeStartPath(id)}>{words.example.toJourney}</ButtonLink>}
        {number > 1 && (
          <ButtonLink href={examplePath(id, number - 1)} kind="secondary">
            {words.example.before}
          </ButtonLink>
        )}
      </div>
    </PageLayout>
  );
}

function entryOf(
  { at, kind, text, body }: ExampleDocument['steps'][number]['lines'][number],
  index: number,
  applicant: string,
  { words, language }: Visit,
): TimelineEntry {
  const paragraphs = (body ?? '').split('\n').filter(line => line.trim() !== '');
  return {
    id: String(index),
    at,
    when: dayInWords(at, language),
    who: kind === 'message' ? words.example.message(applicant) : words.example.by[kind],
    text: kind === 'message' ? text : words.sentence(text),
    after: [...new Set(paragraphs)],
  };
}
