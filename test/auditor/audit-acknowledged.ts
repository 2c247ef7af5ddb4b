import { createHash } from 'node:crypto';
import { type JournalEntry } from '#runtime';
import { type ReplayedDispatch } from '../support/replayed.js';
import { type Acknowledged } from './accounts.js';
import { type Claim, same } from './finding.js';
import { type Audit, type JourneyCase, idOf } from './journey-case.js';
import { nameOf } from './request-origins.js';

/** What was acknowledged is in the journal: once under its key, or as often as it was acknowledged without one. */
export const auditAcknowledged: Audit = of => {
  const counts = new Map<string, { readonly request: Acknowledged; times: number }>();
  for (const request of of.acknowledged) {
    const name = JSON.stringify(request);
    const count = counts.get(name);
    if (count) count.times += 1;
    else counts.set(name, { request, times: 1 });
  }
  return [...counts.values()].flatMap(({ request, times }) => auditRequest(of, request, times));
};

function auditRequest(of: JourneyCase, request: Acknowledged, times: number): Claim[] {
  const { journal } = of;
  const about = JSON.stringify(request);
  const once = (found: number): Claim[] => same('acknowledged', about, 1, found);
  switch (request.kind) {
    case 'start':
      return once(journal.filter(({ kind, actor }) => kind === 'started' && actor === request.person).length);
    case 'cancel': {
      const { person, key } = request;
      const cancelled = journal.filter(({ kind, actor }) => kind === 'cancelled' && actor === person);
      return once(
        key === undefined ? cancelled.length : withOrigin(cancelled, of.origins.get(nameOf(person, key))),
      );
    }
    case 'report':
      return once(
        withOrigin(journal, `report:${request.authority}:${opaque(request.authority, request.id)}`),
      );
    case 'submit': {
      const { person, key } = request;
      if (key !== undefined) return once(withOrigin(journal, of.origins.get(nameOf(person, key))));
      const found = journal.filter(entry => isSubmission(entry, request)).length;
      return found >= times ? [] : [{ property: 'acknowledged', about, expected: times, found }];
    }
    case 'callback': {
      const delivery = of.deliveries.find(({ id }) => id === request.dispatch);
      if (delivery) return same('acknowledged', about, true, delivery.settledAt !== undefined);
      const dispatch = of.replayed.dispatches.find(asked => idOf(of, asked) === request.dispatch);
      return same('acknowledged', about, true, dispatch !== undefined && isSettled(dispatch, request.result));
    }
  }
}

/** An answer that was late is one to a dispatch that had been stopped. */
function isSettled(
  { settledBy, stoppedBy }: ReplayedDispatch,
  result: Extract<Acknowledged, { kind: 'callback' }>['result'],
): boolean {
  if (settledBy === undefined || result === 'duplicate') return settledBy !== undefined;
  return (stoppedBy !== undefined) === (result === 'late');
}

function withOrigin(journal: readonly JournalEntry[], origin: string | undefined): number {
  if (origin === undefined) return 0;
  return journal.filter(entry => entry.origin === origin).length;
}

/** A submission that a journey was held on says so before its task. */
function isSubmission(
  { kind, actor, subject, origin }: JournalEntry,
  { person, task, event }: Extract<Acknowledged, { kind: 'submit' }>,
): boolean {
  if (actor !== person || origin !== undefined) return false;
  if (kind === 'submitted') return subject === `${task} ${event}`;
  return kind === 'held' && subject === `submitted ${task} ${event}`;
}

/** Origins are not sealed, so ids that others chose stand in them as SHA-256 within their scope. */
function opaque(scope: string, name: string): string {
  return createHash('sha256').update(`${scope}\n${name}`).digest('base64url');
}
