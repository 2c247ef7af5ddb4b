import { Alert } from '../design/alert.js';
import { BackLink } from '../design/back-link.js';
import { Button } from '../design/buttons.js';
import { ErrorSummary } from '../design/error-summary.js';
import { OneBox } from '../design/fields/option-fields.js';
import { PageLayout } from '../design/page-layout.js';
import { PostForm } from '../design/post-form.js';
import { Rows } from '../design/rows.js';
import { casePath, dispatchPath, PATHS, skipDispatchPath } from '../paths.js';
import { type OpsAuthority, type OpsDispatchDetail, type SkipPreviewDocument } from '../rest/documents.js';
import { ServiceCode } from './service-of.js';
import { SkipPreviewView } from './skip-preview-view.js';
import { REASON, ReasonField } from './reason-field.js';
import { useOpsWords } from './words/ops-words.js';

/** An order to skip that cannot be taken. */
export interface TypedSkip {
  readonly reason: string;
  readonly confirmed: boolean;
  /** The reason does not do. */
  readonly isShort: boolean;
}

export interface SkipPageProps {
  readonly dispatch: OpsDispatchDetail;
  readonly asked: OpsAuthority | undefined;
  /** Absent: it cannot be skipped. */
  readonly preview: SkipPreviewDocument | undefined;
  readonly typed?: TypedSkip;
}

/** What skipping a request leads to, and only then the order to do it. */
export function SkipPage({ dispatch, asked, preview, typed }: SkipPageProps) {
  const { dispatch: words, dispatches, reasonField } = useOpsWords();
  const { service, serviceName, status, journey, reference } = dispatch;
  const { skip } = words;
  const title = skip.pageTitle(asked?.name ?? dispatch.authorityName);
  const faults = [
    ...(typed?.isShort === true ? [{ href: `#${REASON}`, text: reasonField.short }] : []),
    ...(typed?.confirmed === false ? [{ href: '#bekraeft', text: skip.unconfirmed }] : []),
  ];
  return (
    <PageLayout
      title={title}
      menu={PATHS.failing}
      faulty={faults.length > 0}
      above={<BackLink href={dispatchPath(dispatch.id)}>{skip.back}</BackLink>}
    >
      <ErrorSummary faults={faults} />
      <h1>{title}</h1>
      {preview ? (
        <>
          <p class="lead">{skip.lead}</p>
          <Rows
            rows={[
              { label: words.facts.service, value: <ServiceCode service={service} /> },
              { label: words.facts.said, value: words.quoted(serviceName) },
              { label: words.facts.status, value: dispatches.statuses[status] ?? status },
              ...(reference === undefined
                ? []
                : [{ label: words.facts.case, value: <a href={casePath(journey)}>{reference}</a> }]),
            ]}
          />
          <h2>{skip.leadsTo}</h2>
          <SkipPreviewView preview={preview} />
          <PostForm action={skipDispatchPath(dispatch.id)}>
            <ReasonField label={skip.reason} typed={typed?.reason} isShort={typed?.isShort === true} />
            <OneBox
              id="bekraeft"
              name="bekraeft"
              label={skip.confirm}
              error={typed?.confirmed === false ? skip.unconfirmed : undefined}
              ticked={typed?.confirmed ?? false}
            />
            <div class="button-row">
              <Button kind="warning">{skip.button}</Button>
            </div>
          </PostForm>
        </>
      ) : (
        <Alert kind="warning" heading={skip.impossible}>
          <p>{skip.impossibleText}</p>
        </Alert>
      )}
    </PageLayout>
  );
}
