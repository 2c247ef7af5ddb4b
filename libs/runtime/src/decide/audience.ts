import { type CompiledJourney } from '#journey';
import { type JournalEntry, type JournalKind, type Seen } from '../journey-record.js';

/** Entries that are everybody's: what they tell stands in the status of the journey. */
const WHOLE: ReadonlySet<JournalKind> = new Set([
  'offered',
  'declined',
  'started',
  'cancelled',
  'held',
  'resumed',
]);
/** With these a request to an authority is over or in other hands, whether or not a state is left. */
const SETTLING: ReadonlySet<JournalKind> = new Set(['answered', 'refused', 'skipped', 'authority-changed']);

/**
 * The access list of a journal entry: the roles that may see it, by need to know. It is decided with the entry and kept with it, so
 * that reading a page of a journal costs the same however much of it is others'.
 *
 * A compensation is seen by those who could see the state whose request it undoes. Anything else is seen by those who may see a state
 * that it entered, left or made wait anew, and by whoever did it: their role, or they alone where several have it, for how one heir
 * answers is not the other heirs'. A report that tells the citizen something is also seen by those who may see the state that took it; of one that only
 * ends what was told, nothing is told but that it is gone.
 *
 * @param anew paths of the states that ask an authority or set a timer by it
 * @returns roles, and the id of a person who alone of theirs may see it
 */
export function audienceOf(
  entry: Pick<JournalEntry, 'kind' | 'actor' | 'subject' | 'state' | 'entered' | 'left'>,
  anew: readonly string[],
  compiled: CompiledJourney,
): readonly string[] {
  const { kind, actor, subject, state, entered, left } = entry;
  if (WHOLE.has(kind)) return compiled.roles;
  if (kind === 'undone' || kind === 'not-undone') return state === undefined ? [] : compiled.visibleTo(state);
  const told = [...entered, ...left, ...anew];
  const report = kind === 'reported' ? compiled.catalogue.registerEvent(subject) : undefined;
  const tells = report?.tells?.some(({ ends }) => !ends) ?? false;
  if (state !== undefined && (tells || SETTLING.has(kind))) told.push(state);
  const acting = state !== undefined && isPerson(actor) ? compiled.taskRole(state) : undefined;
  const alone = acting !== undefined && compiled.isMany(acting);
  const roles = compiled.roles.filter(
    role => (role === acting && !alone) || told.some(path => compiled.visibleTo(path).includes(role)),
  );
  return alone && !roles.includes(acting) ? [...roles, actor!] : roles;
}

/** Read positions by viewer, after one more entry that this audience may see. */
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
