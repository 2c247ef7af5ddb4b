import type { CompiledJourney } from '#journey';
import type { JournalEntry, Seen } from '../journey-record.js';

/**
 * The access list of a journal entry: the roles that may see it, by need to know. It is decided with the entry and kept with it, so
 * that reading a page of a journal costs the same however much of it is others'.
 *
 * A beginning and a cancellation are everybody's. An undoing is seen by those who could see the step that it undoes; anything else by
 * those who may see a state that it entered or left, and by the role whose task it was.
 */
export function audienceOf(
  entry: Pick<JournalEntry, 'kind' | 'actor' | 'step' | 'entered' | 'left'>,
  compiled: CompiledJourney,
): readonly string[] {
  const { kind, actor, step, entered, left } = entry;
  if (kind === 'started' || kind === 'cancelled') return compiled.roles;
  if (kind === 'undone' || kind === 'not-undone') return step === undefined ? [] : compiled.visibleTo(step);
  const acting = step !== undefined && isPerson(actor) ? compiled.taskRole(step) : undefined;
  return compiled.roles.filter(
    role =>
      role === acting ||
      entered.some(path => compiled.visibleTo(path).includes(role)) ||
      left.some(path => compiled.visibleTo(path).includes(role)),
  );
}

/** What each role has last seen, once those of an audience have seen one entry more. */
export function seenAfter(
  before: Seen | undefined,
  entry: { readonly seq: number; readonly at: number; readonly seenBy: readonly string[] },
  compiled: CompiledJourney,
  journey: { readonly version: number; readonly startedAt: number },
): Seen {
  const { seq, at, seenBy } = entry;
  // A journey begun before this was kept: whatever happened until now counts as seen by all.
  const base = before ?? everything(compiled, journey);
  if (seenBy.length === 0) return base;
  const seen: Record<string, Seen[string]> = { ...base };
  for (const role of seenBy) seen[role] = { seq, at };
  return seen;
}

function everything(
  compiled: CompiledJourney,
  { version, startedAt }: { readonly version: number; readonly startedAt: number },
): Seen {
  return Object.fromEntries(compiled.roles.map(role => [role, { seq: version, at: startedAt }]));
}

/** Authorities and ops are named with a colon, the clock is absent. */
function isPerson(actor: string | undefined): boolean {
  return actor !== undefined && !actor.includes(':');
}
