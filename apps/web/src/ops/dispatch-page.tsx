import { Alert } from '../design/alert.js';
import { BackLink } from '../design/back-link.js';
import { Button, ButtonLink } from '../design/buttons.js';
import { ErrorSummary } from '../design/error-summary.js';
import { PageLayout } from '../design/page-layout.js';
import { PostForm } from '../design/post-form.js';
import { dispatchesPath, PATHS, retryDispatchPath, skipDispatchPath } from '../paths.js';
import { type OpsAuthority, type OpsDispatchDetail } from '../rest/documents.js';
import { DispatchFacts } from './dispatch-facts.js';
import { isUnsettled, mayBeRetried } from './dispatch-standing.js';
import { REASON, ReasonField } from './reason-field.js';
import { useOpsWords } from './words/ops-words.js';

/** What has come of an order: it was given, or something had happened meanwhile. */
export type DispatchOrdered = 'retried' | 'skipped' | 'tooLate';

export interface DispatchPageProps {
  readonly dispatch: OpsDispatchDetail;
  /** The authority that is asked. */
  readonly asked: OpsAuthority | undefined;
  readonly ordered?: DispatchOrdered | undefined;
  /** A reason that cannot be taken. */
  readonly reason?: string;
  /** Wall time. */
  readonly now: number;
}

/** How one request stands, and the orders to try it anew and to go on without it. */
export function DispatchPage({ dispatch, asked, ordered, reason, now }: DispatchPageProps) {
  const { dispatch: words, reasonField } = useOpsWords();
  const { id, status } = dispatch;
  const title = words.title(asked?.name ?? dispatch.authorityName);
  const isFaulty = reason !== undefined;
  return (
    <PageLayout
      title={title}
      menu={PATHS.failing}
      faulty={isFaulty}
      above={<BackLink href={alike(dispatch)}>{words.back}</BackLink>}
    >
      {isFaulty && <ErrorSummary faults={[{ href: `#${REASON}`, text: reasonField.short }]} />}
      {ordered && <Ordered ordered={ordered} status={status} />}
      <h1>{title}</h1>
      <DispatchFacts dispatch={dispatch} asked={asked} now={now} />
      {mayBeRetried(status) && <Retry id={id} isPaused={asked?.paused ?? false} reason={reason} />}
      {isUnsettled(status) ? <Skip id={id} /> : <p>{words.over}</p>}
    </PageLayout>
  );
}

/** Those that fail as it does. */
function alike({ service, error }: OpsDispatchDetail): string {
  return error ? dispatchesPath({ service, aarsag: error.code }) : PATHS.dispatches;
}

function Ordered({ ordered, status }: { readonly ordered: DispatchOrdered; readonly status: string }) {
  const { dispatch: words, dispatches } = useOpsWords();
  const { heading, text } = words[ordered];
  return (
    <Alert kind={ordered === 'tooLate' ? 'warning' : 'success'} heading={heading} firstAs="gjort">
      <p>{typeof text === 'string' ? text : text(dispatches.statuses[status] ?? status)}</p>
    </Alert>
  );
}

interface RetryProps {
  readonly id: string;
  readonly isPaused: boolean;
  readonly reason: string | undefined;
}

function Retry({ id, isPaused, reason }: RetryProps) {
  const { dispatch: words } = useOpsWords();
  const { retry } = words;
  return (
    <section aria-labelledby="proev-igen">
      <h2 id="proev-igen">{retry.title}</h2>
      <p>
        {retry.how} {isPaused && retry.paused}
      </p>
      <PostForm action={retryDispatchPath(id)}>
        <ReasonField label={retry.reason} typed={reason} isShort={reason !== undefined} />
        <div class="button-row">
          <Button>{retry.button}</Button>
        </div>
      </PostForm>
    </section>
  );
}

/** It has a page of its own: what it leads to comes before the button. */
function Skip({ id }: { readonly id: string }) {
  const { skip } = useOpsWords().dispatch;
  return (
    <section aria-labelledby="spring-over">
      <h2 id="spring-over">{skip.title}</h2>
      <p>{skip.about}</p>
      <div class="button-row">
        <ButtonLink href={skipDispatchPath(id)} kind="secondary">
          {skip.see}
        </ButtonLink>
      </div>
    </section>
  );
}
