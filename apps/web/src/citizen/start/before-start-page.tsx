import { isPeriod, periodInWords } from '#calendar';
import { BackLink } from '../../design/back-link.js';
import { Button, ButtonLink } from '../../design/buttons.js';
import { Details } from '../../design/details.js';
import { PageLayout } from '../../design/page-layout.js';
import { PostForm } from '../../design/post-form.js';
import { Rows } from '../../design/rows.js';
import { useVisit } from '../../http/visit.js';
import { beforeStartPath, examplePath, PATHS } from '../../paths.js';
import {
  type DefinitionDocument,
  type FeedbackDocument,
  type ProblemContradiction,
} from '../../rest/documents.js';
import { capital } from '../../words/capital.js';
import { LOCALES } from '../../words/locales.js';
import { Questions } from '../help/questions.js';
import { DeadlineList } from '../making/deadline-list.js';
import { confirmField, ContradictionAlert } from './contradiction-alert.js';
import { OthersFeedback } from './others-feedback.js';
import { PossibleDisclosures } from './possible-disclosures.js';

/** What it means to start: how long it takes, what it costs, what is asked, and who gets which data on which ground. */
export function BeforeStartPage({
  definition,
  feedback,
  sendKey,
  contradictions = [],
}: {
  readonly definition: DefinitionDocument;
  readonly feedback: FeedbackDocument;
  readonly sendKey: string;
  /** What is under way and stands in the way. */
  readonly contradictions?: readonly ProblemContradiction[];
}) {
  const { words, language, visitor, signInAddress } = useVisit();
  const { id, title, summary, estimatedDuration, fees, tasks, roles } = definition;
  const { disclosures, deadlines, cancellable, cancellation } = definition;
  const others = roles.filter(({ role, subject }) => role !== 'applicant' && !subject);
  const confirm = confirmField(contradictions);
  // The same question may be asked at several places.
  const titles = [...new Set(tasks.filter(({ role }) => role === 'applicant').map(task => task.title))];
  return (
    <PageLayout
      title={title}
      menu={PATHS.start}
      above={<BackLink href={PATHS.start}>{words.start.all}</BackLink>}
    >
      <h1>{title}</h1>
      {summary !== undefined && <p class="lead">{summary}</p>}
      <ContradictionAlert contradictions={contradictions} />
      {visitor && confirm !== undefined && (
        <PostForm action={beforeStartPath(id)} hidden={{ key: sendKey, confirm }}>
          <Button>{contradictions.length > 0 ? words.start.beginAnyway : words.start.begin}</Button>
        </PostForm>
      )}
      {!visitor && (
        <p>
          <ButtonLink href={signInAddress}>{words.start.signInToBegin}</ButtonLink>
        </p>
      )}
      <p>
        <a href={examplePath(id)}>{words.example.see}</a>
        <br />
        <span class="form-hint">{words.example.seeHint}</span>
      </p>
      <h2>{words.start.before}</h2>
      <Rows
        rows={[
          ...(estimatedDuration !== undefined && isPeriod(estimatedDuration)
            ? [
                {
                  label: words.start.takes,
                  value: words.start.about(periodInWords(estimatedDuration)[language]),
                },
              ]
            : []),
          {
            label: words.start.costs,
            value:
              fees.length === 0
                ? words.start.free
                : fees.map(({ text, amount, currency, authorityName, when }) => (
                    <p key={`${authorityName} ${text}`}>
                      {text}: {money(amount, currency, language)} {words.start.paidTo(authorityName)}{' '}
                      {when !== undefined && words.sentence(when)}
                    </p>
                  )),
          },
          ...(others.length > 0
            ? [
                {
                  label: words.start.others,
                  value: others.map(({ role, name }) => <div key={role}>{capital(name)}</div>),
                },
              ]
            : []),
          {
            label: words.start.regret,
            value: cancellation ?? (cancellable ? words.start.cancellable : words.start.notCancellable),
          },
        ]}
      />
      {titles.length > 0 && (
        <Details summary={words.start.asked}>
          <ul>
            {titles.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Details>
      )}
      <Details summary={words.making.deadlines.short}>
        <DeadlineList deadlines={deadlines} />
        <p>
          <a href={PATHS.making}>{words.making.title}</a>
        </p>
      </Details>
      <h2>{words.start.dataTitle}</h2>
      <p>{disclosures.length === 0 ? words.start.dataNone : words.start.dataLead}</p>
      <PossibleDisclosures disclosures={disclosures} />
      <Questions definition={definition} />
      {feedback.figures && <OthersFeedback figures={feedback.figures} />}
    </PageLayout>
  );
}

function money(amount: number, currency: string, language: 'da' | 'en'): string {
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount);
}
