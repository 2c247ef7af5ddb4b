import { type JsonObject } from '#schema';
import { BackLink } from '../../design/back-link.js';
import { Button } from '../../design/buttons.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { PageLayout } from '../../design/page-layout.js';
import { PostForm } from '../../design/post-form.js';
import { firstInputId } from '../../forms/asked-field.js';
import { type FormPage } from '../../forms/citizen-form.js';
import { EarlierAnswerLine } from '../../forms/earlier-answer-line.js';
import { FieldView } from '../../forms/field-view.js';
import { useVisit } from '../../http/visit.js';
import { taskPagePath } from '../../paths.js';
import { clockTime } from '../../words/times.js';
import { BackToJourney } from '../journey/back-to-journey.js';
import { answersAround } from './answers-around.js';
import { type FormFault } from './form-faults.js';
import { KnownAnswers } from './known-answers.js';
import { MovedOn } from './moved-on.js';
import { NewlyAsked } from './newly-asked.js';
import { type OpenedTask } from './opened-task.js';
import { AfterTheForm, BeforeTheForm, SentAtOnce } from './plain-events.js';
import { SHOWN } from './task-form-filler.js';
import { TaskFacts } from './task-facts.js';

export interface TaskPageProps {
  readonly opened: OpenedTask;
  /** Which page of the form, counted from 1. */
  readonly number: number;
  readonly data: JsonObject;
  readonly faults?: readonly FormFault[];
  /** They came to mend one answer, and go back to all of them. */
  readonly toCheck?: boolean;
  /** Names of the fields that are asked because of what they have just answered. */
  readonly newly?: readonly string[];
  /** Idempotency key of what is sent from here. */
  readonly sendKey: string;
  /** The case has moved on since the page was read. */
  readonly movedOn?: boolean;
}

/** A task: what it is about, then one page of its form, or what is told and the answers to choose from. */
export function TaskPage(props: TaskPageProps) {
  const { opened, number, data, faults = [], newly = [], movedOn = false } = props;
  const { task, journey, form, savedAt, place } = opened;
  const { words, language } = useVisit();
  const answers = answersAround(opened);
  // Where no answer carries data, what the form holds is there to be read.
  const pages = answers.filledIn.length > 0 ? form.pages(data) : [];
  const page = pages.find(known => known.number >= number) ?? pages.at(-1);
  const position = page ? pages.indexOf(page) + 1 : 1;
  const heading = position > 1 && page?.title !== undefined ? page.title : task.title;
  const before = pages[position - 2];
  const isFirst = position === 1;
  // Below buttons that answer already, the form is the other answer, and is called so.
  const formHeading =
    isFirst && page && answers.before.length > 0 ? (answers.filledIn[0]?.label ?? page.title) : undefined;
  const PageTitle = formHeading === undefined ? 'h2' : 'h3';
  return (
    <PageLayout
      title={heading}
      faulty={faults.length > 0}
      above={
        before ? (
          <BackLink href={taskPagePath(place.journey, place.task, before.number)}>{words.back}</BackLink>
        ) : (
          <BackToJourney journey={journey} />
        )
      }
    >
      <ErrorSummary faults={faults.map(fault => summarised(fault, page))} />
      <NewlyAsked fields={page?.fields.filter(({ name }) => newly.includes(name)) ?? []} />
      {movedOn && <MovedOn />}
      {pages.length > 1 && <p class="step">{words.form.step(position, pages.length)}</p>}
      <h1>{heading}</h1>
      {isFirst && <TaskFacts task={task} />}
      {!page && <KnownAnswers form={form} data={data} />}
      {!page && <SentAtOnce opened={opened} events={answers.before} sendKey={props.sendKey} />}
      {isFirst && page && <BeforeTheForm opened={opened} events={answers.before} />}
      {formHeading !== undefined && <h2>{formHeading}</h2>}
      {isFirst && page?.title !== undefined && <PageTitle>{page.title}</PageTitle>}
      {page && <PageForm {...props} page={page} />}
      {page && (
        <p class="saved" role="status" data-saved>
          {savedAt !== undefined && words.form.savedAt(clockTime(savedAt, language))}
        </p>
      )}
      {isFirst && <AfterTheForm opened={opened} events={answers.after} />}
    </PageLayout>
  );
}

function PageForm({
  opened,
  page,
  data,
  faults = [],
  toCheck = false,
}: TaskPageProps & { readonly page: FormPage }) {
  const { words } = useVisit();
  const { place, task, documents, earlier } = opened;
  const files = page.fields.some(({ kind }) => kind === 'document' || kind === 'documents');
  const action = taskPagePath(place.journey, place.task, page.number, { toCheck });
  const isFilledIn = page.fields.some(
    ({ name, readOnly }) => !readOnly && (task.prefill as JsonObject | undefined)?.[name] !== undefined,
  );
  return (
    <PostForm action={action} files={files} id="task-form" keeps>
      {/* What Enter presses stands first. */}
      <button type="submit" class="sr-only" tabIndex={-1} aria-hidden="true">
        {words.form.goOn}
      </button>
      {isFilledIn && <p class="form-hint">{words.form.knownAlready}</p>}
      {page.fields.map(field => (
        <div key={field.name} class="field" data-part={field.name}>
          <input type="hidden" name={SHOWN} value={field.name} />
          <FieldView
            field={field}
            value={data[field.name]}
            error={faults.find(fault => fault.field === field.name)?.atField}
            documents={documents[field.name] ?? []}
          />
          {earlier
            .filter(answer => answer.field === field.name)
            .map(answer => (
              <EarlierAnswerLine key={answer.field} field={field} earlier={answer} />
            ))}
        </div>
      ))}
      <div class="button-row">
        <Button>{words.form.goOn}</Button>
        <Button kind="secondary" name="handling" value="save">
          {words.form.save}
        </Button>
      </div>
    </PostForm>
  );
}

function summarised({ field, text }: FormFault, page: FormPage | undefined) {
  const at = page?.fields.find(({ name }) => name === field);
  return { text, ...(at && { href: `#${firstInputId(at)}` }) };
}
