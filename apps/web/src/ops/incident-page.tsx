import { nameAlone } from '#journey';
import { Alert } from '../design/alert.js';
import { BackLink } from '../design/back-link.js';
import { Button } from '../design/buttons.js';
import { ErrorSummary } from '../design/error-summary.js';
import { PageLayout } from '../design/page-layout.js';
import { PostForm } from '../design/post-form.js';
import { Rows } from '../design/rows.js';
import { useVisit } from '../http/visit.js';
import { authorityPath, dispatchesPath, incidentPath, PATHS } from '../paths.js';
import { type OpsAuthority, type OpsIncident } from '../rest/documents.js';
import { capital } from '../words/capital.js';
import { sinceInWords } from '../words/since.js';
import { dayAndTime } from '../words/times.js';
import { ReopenedAlert } from './reopened-alert.js';
import { type ReopenedCounts } from './reopened.js';
import { ServiceCode } from './service-of.js';
import { REASON, ReasonField } from './reason-field.js';
import { useOpsWords } from './words/ops-words.js';

export interface IncidentPageProps {
  readonly service: string;
  readonly cause: string;
  /** Absent: nothing fails like this any more. */
  readonly incident?: OpsIncident | undefined;
  /** The authorities that are asked, and their role. */
  readonly asked: readonly OpsAuthority[];
  /** What has come of an order. */
  readonly retried?: ReopenedCounts | undefined;
  /** A reason that cannot be taken. */
  readonly reason?: string;
  /** Wall time. */
  readonly now: number;
}

/** What fails alike, and the order to try it anew. */
export function IncidentPage({ service, cause, incident, asked, retried, reason, now }: IncidentPageProps) {
  const { failing, incident: words, causes, reasonField } = useOpsWords();
  const isFaulty = reason !== undefined;
  return (
    <PageLayout
      title={words.caseOf(service)}
      menu={PATHS.failing}
      faulty={isFaulty}
      above={<BackLink href={PATHS.failing}>{words.back}</BackLink>}
    >
      {isFaulty && <ErrorSummary faults={[{ href: `#${REASON}`, text: reasonField.short }]} />}
      <h1>
        <ServiceCode service={service} />: {words.again}
      </h1>
      {retried && <ReopenedAlert counts={retried} />}
      {incident ? (
        <>
          <Paused asked={asked} />
          <Facts incident={incident} asked={asked} now={now} />
          <p>
            <a href={dispatchesPath({ service, aarsag: cause })}>{words.see}</a>
          </p>
          <h2>{words.what}</h2>
          <p>{words.how}</p>
          <PostForm action={incidentPath(service, cause)}>
            <ReasonField label={words.reason} typed={reason} isShort={isFaulty} />
            <div class="button-row">
              <Button>{words.retry(incident.parked + incident.waiting)}</Button>
            </div>
          </PostForm>
        </>
      ) : (
        !retried && (
          <Alert kind="info" heading={words.gone}>
            <p>{words.goneText}</p>
          </Alert>
        )
      )}
      {!incident && <p class="form-hint">{`${failing.columns[1]}: ${causes[cause] ?? cause}`}</p>}
    </PageLayout>
  );
}

/** What is tried anew waits all the same, where an authority is asked nothing. */
function Paused({ asked }: Pick<IncidentPageProps, 'asked'>) {
  const { incident: words } = useOpsWords();
  const paused = asked.filter(authority => authority.paused);
  if (paused.length === 0) return null;
  return (
    <Alert kind="warning" heading={words.paused}>
      <p>{words.pausedText}</p>
      <AuthorityLinks authorities={paused} />
    </Alert>
  );
}

function AuthorityLinks({ authorities }: { readonly authorities: readonly OpsAuthority[] }) {
  return (
    <ul class="nobullet-list">
      {authorities.map(({ id, name }) => (
        <li key={id}>
          <a href={authorityPath(id)}>{nameAlone(name)}</a>
        </li>
      ))}
    </ul>
  );
}

interface FactsProps extends Pick<IncidentPageProps, 'asked' | 'now'> {
  readonly incident: OpsIncident;
}

function Facts({ incident, asked, now }: FactsProps) {
  const { language } = useVisit();
  const { failing, incident: words, dispatch, causes } = useOpsWords();
  const { facts } = words;
  return (
    <Rows
      rows={[
        { label: facts.said, value: dispatch.quoted(incident.serviceName) },
        {
          label: facts.authority,
          value: <AuthorityLinks authorities={asked.filter(({ id }) => incident.authorities.includes(id))} />,
        },
        { label: facts.cause, value: causes[incident.cause] ?? incident.cause },
        { label: facts.message, value: <code>{incident.message}</code> },
        { label: facts.parked, value: String(incident.parked) },
        { label: facts.waiting, value: String(incident.waiting) },
        { label: facts.journeys, value: String(incident.journeys) },
        { label: facts.oldest, value: capital(dayAndTime(incident.firstSeenAt, language)) },
        {
          label: facts.next,
          value:
            incident.nextAttemptAt === undefined
              ? failing.noAttempt
              : sinceInWords(incident.nextAttemptAt, now, language),
        },
      ]}
    />
  );
}
