import { nameAlone } from '#journey';
import { Alert } from '../design/alert.js';
import { BackLink } from '../design/back-link.js';
import { Button } from '../design/buttons.js';
import { ErrorSummary } from '../design/error-summary.js';
import { OneBox } from '../design/fields/option-fields.js';
import { PageLayout } from '../design/page-layout.js';
import { PostForm } from '../design/post-form.js';
import { Rows } from '../design/rows.js';
import { FRONT_PATHS } from '../faces.js';
import { useVisit } from '../http/visit.js';
import { dispatchesPath, pausePath, resumePath } from '../paths.js';
import { type OpsAuthority } from '../rest/documents.js';
import { capital } from '../words/capital.js';
import { dayAndTime } from '../words/times.js';
import { ReopenedAlert } from './reopened-alert.js';
import { type ReopenedCounts } from './reopened.js';
import { ReasonField } from './reason-field.js';
import { useOpsWords } from './words/ops-words.js';

/** A reason that cannot be taken, and what else was said. */
export interface TypedReason {
  readonly order: 'pause' | 'resume';
  readonly reason: string;
  /** Also those that were given up. */
  readonly parked?: boolean;
}

export interface AuthorityPageProps {
  readonly authority: OpsAuthority;
  /** What has come of an order. */
  readonly reopened?: ReopenedCounts | undefined;
  /** It has just been paused. */
  readonly justPaused?: boolean;
  readonly typed?: TypedReason;
}

/** How an authority stands, and the orders to ask it nothing, and to ask it again. What each leads to stands before its button. */
export function AuthorityPage({ authority, reopened, justPaused = false, typed }: AuthorityPageProps) {
  const { language } = useVisit();
  const { authority: words, reasonField } = useOpsWords();
  const { id, name, pause, heldBy } = authority;
  const title = nameAlone(name);
  return (
    <PageLayout
      title={title}
      menu={FRONT_PATHS.ops}
      faulty={typed !== undefined}
      above={<BackLink href={FRONT_PATHS.ops}>{words.back}</BackLink>}
    >
      {typed && <ErrorSummary faults={[{ href: `#${typed.order}`, text: reasonField.short }]} />}
      <h1>{title}</h1>
      {reopened && <ReopenedAlert counts={reopened} />}
      {pause && (
        <Alert kind="warning" heading={words.isPaused} {...(justPaused && { firstAs: 'sat-paa-pause' })}>
          <p>
            {capital(dayAndTime(pause.since, language))}: {pause.reason}
          </p>
        </Alert>
      )}
      <Facts authority={authority} />
      {(heldBy === undefined || heldBy === 'country') && (
        <p>
          <a href={dispatchesPath({ myndighed: id })}>{words.see}</a>
        </p>
      )}
      <Resume authority={authority} typed={typed?.order === 'resume' ? typed : undefined} />
      {!pause && <Pause authority={authority} typed={typed?.order === 'pause' ? typed : undefined} />}
    </PageLayout>
  );
}

const countOf = ({ backlog }: OpsAuthority, status: string): number =>
  backlog.find(each => each.status === status)?.count ?? 0;

function Facts({ authority }: { readonly authority: OpsAuthority }) {
  const { language } = useVisit();
  const { authority: words } = useOpsWords();
  const { facts } = words;
  const { id, failing, overdue, oldestAt, roles = [] } = authority;
  return (
    <Rows
      rows={[
        { label: facts.pending, value: String(countOf(authority, 'pending')) },
        { label: facts.accepted, value: String(countOf(authority, 'accepted')) },
        { label: facts.overdue, value: String(overdue) },
        { label: facts.parked, value: String(countOf(authority, 'parked')) },
        { label: facts.failing, value: String(failing) },
        {
          label: facts.oldest,
          value: oldestAt === undefined ? words.none : capital(dayAndTime(oldestAt, language)),
        },
        {
          label: facts.id,
          value: (
            <>
              <code>{id}</code>
              {roles.length > 0 && ` (${roles.join(', ')})`}
            </>
          ),
        },
      ]}
    />
  );
}

interface OrderProps {
  readonly authority: OpsAuthority;
  readonly typed: TypedReason | undefined;
}

function Resume({ authority, typed }: OrderProps) {
  const { authority: words } = useOpsWords();
  const [pending, parked] = [countOf(authority, 'pending'), countOf(authority, 'parked')];
  // Nothing to lift and nothing to try.
  if (!authority.paused && pending + parked === 0) return null;
  const { resume } = words;
  return (
    <section aria-labelledby="genoptag">
      <h2 id="genoptag">{authority.paused ? resume.lift : resume.tryNow}</h2>
      <p>
        {pending === 0 ? resume.nothing : resume.how(pending)}{' '}
        {authority.heldBy !== 'country' && words.wide(authority.heldBy)}
      </p>
      <PostForm action={resumePath(authority.id)}>
        {parked > 0 && (
          <OneBox
            id="opgivne"
            name="opgivne"
            label={resume.parked}
            hint={resume.parkedHint(parked)}
            ticked={typed?.parked ?? false}
          />
        )}
        <ReasonField id="resume" label={resume.reason} typed={typed?.reason} isShort={typed !== undefined} />
        <div class="button-row">
          <Button>{authority.paused ? resume.lift : resume.button}</Button>
        </div>
      </PostForm>
    </section>
  );
}

function Pause({ authority, typed }: OrderProps) {
  const { authority: words } = useOpsWords();
  const { pause } = words;
  return (
    <section aria-labelledby="saet-paa-pause">
      <h2 id="saet-paa-pause">{pause.title}</h2>
      <p>
        {pause.how(countOf(authority, 'pending'))}{' '}
        {authority.heldBy !== 'country' && words.wide(authority.heldBy)}
      </p>
      <p>{pause.citizens}</p>
      <PostForm action={pausePath(authority.id)}>
        <ReasonField id="pause" label={pause.reason} typed={typed?.reason} isShort={typed !== undefined} />
        <div class="button-row">
          <Button kind="secondary">{pause.title}</Button>
        </div>
      </PostForm>
    </section>
  );
}
