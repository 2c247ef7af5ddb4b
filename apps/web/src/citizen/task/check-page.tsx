import { BackLink } from '../../design/back-link.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { PageLayout } from '../../design/page-layout.js';
import { Rows } from '../../design/rows.js';
import { answerInWords } from '../../forms/answered.js';
import { fieldId, firstInputId } from '../../forms/asked-field.js';
import { useVisit } from '../../http/visit.js';
import { taskPagePath } from '../../paths.js';
import { type FormFault } from './form-faults.js';
import { MovedOn } from './moved-on.js';
import { type OpenedTask } from './opened-task.js';
import { SendAnswers } from './send-answer.js';

export interface CheckPageProps {
  readonly opened: OpenedTask;
  readonly faults: readonly FormFault[];
  readonly sendKey: string;
  readonly movedOn?: boolean;
}

/** Check your answers: all of them, with the way back to each, and what sending them leads to. */
export function CheckPage({ opened, faults, sendKey, movedOn = false }: CheckPageProps) {
  const { task, form, data, place, documents } = opened;
  const { words, language } = useVisit();
  const pages = form.pages(data);
  const pageOf = (name: string) => pages.find(({ fields }) => fields.some(field => field.name === name));
  const mendPath = (number: number, anchor: string) =>
    `${taskPagePath(place.journey, place.task, number, { toCheck: true })}#${anchor}`;
  const events = task.events.filter(({ withData }) => withData);
  return (
    <PageLayout
      title={words.check.title}
      faulty={faults.length > 0}
      above={
        <BackLink href={taskPagePath(place.journey, place.task, pages.at(-1)?.number ?? 1)}>
          {words.back}
        </BackLink>
      }
    >
      <ErrorSummary
        faults={faults.map(({ field, text }) => {
          const page = field === undefined ? undefined : pageOf(field);
          const asked = page?.fields.find(({ name }) => name === field);
          return { text, ...(page && asked && { href: mendPath(page.number, firstInputId(asked)) }) };
        })}
      />
      {movedOn && <MovedOn />}
      <h1>{words.check.title}</h1>
      <p class="lead">{task.title}</p>
      {pages.map(page => (
        <section key={page.number}>
          {pages.length > 1 && page.title !== undefined && <h2>{page.title}</h2>}
          <Rows
            rows={page.fields.map(field => {
              const names = documents[field.name] ?? [];
              const answer = answerInWords(field, data[field.name], words, language);
              return {
                label: field.label,
                value: names.length > 0 ? names.join(', ') : (answer ?? words.check.unanswered),
                ...(!field.readOnly && {
                  change: { href: mendPath(page.number, fieldId(field.name)), text: words.check.change },
                }),
              };
            })}
          />
        </section>
      ))}
      {faults.length === 0 && <SendAnswers opened={opened} events={events} sendKey={sendKey} />}
    </PageLayout>
  );
}
