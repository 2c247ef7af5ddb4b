import { nameAlone } from '#journey';
import { Badge, type Tone } from '../design/badge.js';
import { Card } from '../design/card.js';
import { Rows } from '../design/rows.js';
import { useVisit } from '../http/visit.js';
import { authorityPath, dispatchesPath } from '../paths.js';
import { type OpsAuthority } from '../rest/documents.js';
import { capital } from '../words/capital.js';
import { dayAndTime } from '../words/times.js';
import { useOpsWords } from './words/ops-words.js';

type Standing = 'paused' | 'failing' | 'late' | 'waiting' | 'calm';

const TONES: Readonly<Record<Standing, Tone>> = {
  paused: 'warning',
  failing: 'error',
  late: 'warning',
  waiting: 'info',
  calm: 'none',
};

/** How an authority stands, the worst first. */
export function authorityStandingOf({ paused, failing, overdue, backlog }: OpsAuthority): Standing {
  if (paused) return 'paused';
  if (failing > 0) return 'failing';
  if (overdue > 0) return 'late';
  return backlog.length > 0 ? 'waiting' : 'calm';
}

/** An authority, what waits for it, and why it is not asked. */
export function AuthorityTile({ authority }: { readonly authority: OpsAuthority }) {
  const { language } = useVisit();
  const words = useOpsWords().authorities;
  const { id, name, pause, backlog, failing, overdue, oldestAt, heldBy } = authority;
  const standing = authorityStandingOf(authority);
  return (
    <Card
      id={`myndighed-${id}`}
      heading={
        <>
          <a href={authorityPath(id)}>{nameAlone(name)}</a>{' '}
          <Badge tone={TONES[standing]} text={words.states[standing]} />
        </>
      }
    >
      {pause && (
        <p>
          {words.paused(dayAndTime(pause.since, language))}: {pause.reason}
        </p>
      )}
      {backlog.length > 0 && (
        <>
          <ul class="nobullet-list">
            {backlog.map(({ status, count }) => (
              <li key={status}>{words.kinds[status]?.(count) ?? `${count} ${status}`}</li>
            ))}
          </ul>
          <Rows
            rows={[
              ...(failing > 0 ? [{ label: words.failing, value: String(failing) }] : []),
              ...(overdue > 0 ? [{ label: words.overdue, value: String(overdue) }] : []),
              ...(oldestAt === undefined
                ? []
                : [{ label: words.oldest, value: capital(dayAndTime(oldestAt, language)) }]),
            ]}
          />
          {(heldBy === undefined || heldBy === 'country') && (
            <p>
              <a href={dispatchesPath({ myndighed: id })}>{words.see(name)}</a>
            </p>
          )}
        </>
      )}
    </Card>
  );
}
