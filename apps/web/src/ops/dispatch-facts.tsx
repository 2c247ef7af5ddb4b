import { nameAlone } from '#journey';
import { Rows } from '../design/rows.js';
import { useVisit } from '../http/visit.js';
import { authorityPath, casePath } from '../paths.js';
import { type OpsAuthority, type OpsDispatchDetail } from '../rest/documents.js';
import { capital } from '../words/capital.js';
import { sinceInWords } from '../words/since.js';
import { dayAndTime } from '../words/times.js';
import { lastTime } from './last-time.js';
import { ServiceCode } from './service-of.js';
import { useOpsWords } from './words/ops-words.js';

export interface DispatchFactsProps {
  readonly dispatch: OpsDispatchDetail;
  readonly asked: OpsAuthority | undefined;
  /** Wall time. */
  readonly now: number;
}

/** What is known of one request, and nothing of what it says. */
export function DispatchFacts({ dispatch, asked, now }: DispatchFactsProps) {
  const { language } = useVisit();
  const { dispatch: words, dispatches, causes, failing } = useOpsWords();
  const { facts } = words;
  const { id, journey, service, serviceName, authority, authorityName, reference, step } = dispatch;
  const { status, attempt, createdAt, dueAt, settledAt, nextAttemptAt, error } = dispatch;
  const day = (at: string): string => capital(dayAndTime(at, language));
  const next =
    status === 'parked' ? failing.noAttempt : nextAttemptAt && sinceInWords(nextAttemptAt, now, language);
  return (
    <Rows
      rows={[
        { label: facts.status, value: dispatches.statuses[status] ?? status },
        ...(error
          ? [
              {
                label: facts.fault,
                value: (
                  <>
                    {causes[error.code] ?? error.code}: <code>{error.message}</code>
                  </>
                ),
              },
            ]
          : []),
        { label: facts.attempts, value: String(attempt) },
        ...(next === undefined ? [] : [{ label: facts.next, value: next }]),
        { label: facts.service, value: <ServiceCode service={service} /> },
        { label: facts.said, value: words.quoted(serviceName) },
        {
          label: facts.authority,
          value: <a href={authorityPath(authority)}>{nameAlone(asked?.name ?? authorityName)}</a>,
        },
        { label: facts.sent, value: day(createdAt) },
        ...(dueAt === undefined ? [] : [{ label: facts.due, value: capital(lastTime(dueAt, language)) }]),
        ...(settledAt === undefined ? [] : [{ label: facts.settled, value: day(settledAt) }]),
        {
          label: facts.case,
          value: reference === undefined ? words.noCase : <a href={casePath(journey)}>{reference}</a>,
        },
        ...(step === undefined ? [] : [{ label: facts.step, value: <code>{step}</code> }]),
        { label: facts.id, value: <code>{id}</code> },
      ]}
    />
  );
}
