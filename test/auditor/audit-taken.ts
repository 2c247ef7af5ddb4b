import { type CompiledJourney } from '#journey';
import { type JournalEntry, type JournalKind } from '#runtime';
import { type Stimulus } from '#statechart';
import { type GivenLater } from '../support/replayed.js';
import { same } from './finding.js';
import { type Audit } from './journey-case.js';

/** What a held journey was given when it was resumed is told as its own entries would have been, to whoever it is for. */
export const auditTaken: Audit = ({ compiled, journal, replayed }) =>
  journal.flatMap(({ seq, detail }) => {
    const { taken = [] } = (detail ?? {}) as { readonly taken?: readonly Told[] };
    const expected = (replayed.given.get(seq) ?? []).map(given => toldOf(given, compiled));
    const found = taken.map(({ seenBy = [], ...told }) => ({ ...told, seenBy: [...seenBy].sort() }));
    return same('taken', `what entry ${seq} has given`, expected, found);
  });

type Told = Omit<JournalEntry, 'detail' | 'origin'> & { readonly refusal?: string };

function toldOf({ entry, before, advance }: GivenLater, compiled: CompiledJourney): Told {
  const { seq, at, actor, holder, holderAuthority, detail } = entry;
  const { stimulus } = detail as { readonly stimulus: Stimulus };
  // What it was held on says so before its own subject.
  const subject = entry.kind === 'held' ? entry.subject.slice(entry.subject.indexOf(' ') + 1) : entry.subject;
  const isAwaited = stimulus.kind === 'event' ? compiled.awaits(before, subject) : advance.current;
  const kind = kindOf(stimulus, actor, isAwaited);
  const [from, to] = [compiled.activePaths(before), compiled.activePaths(advance.state)];
  const told = {
    seq,
    at,
    kind,
    actor,
    holder,
    holderAuthority,
    subject,
    state: kind === 'reported' ? compiled.takerOf(subject, advance.walked) : entry.state,
    entered: to.filter(path => !from.includes(path)),
    left: from.filter(path => !to.includes(path)),
    refusal: kind === 'refused' && stimulus.kind === 'failure' ? codeOf(stimulus.error) : undefined,
  } as Told;
  return { ...told, seenBy: [...readersOf(told, compiled)].sort() };
}

/** Nobody waits any more for what another has made superfluous, or for a report of which nothing is to come. */
function kindOf({ kind }: Stimulus, actor: string | undefined, isAwaited: boolean): JournalKind {
  if (kind === 'timer') return 'elapsed';
  if (kind !== 'event') {
    const taken = { answer: 'answered', failure: 'refused', skip: 'skipped' } as const;
    return isAwaited ? taken[kind] : 'late';
  }
  if (actor === undefined) return 'ended';
  if (!actor.startsWith('authority:')) return 'submitted';
  return isAwaited ? 'reported' : 'late';
}

/** The roles that may see it, and whoever did it where others of their role may not. */
function readersOf(told: Told, compiled: CompiledJourney): readonly string[] {
  const { kind, actor, subject, state, entered, left } = told;
  const tells = compiled.catalogue.registerEvent(subject)?.tells ?? [];
  const says = kind === 'reported' && tells.some(({ ends }) => ends === undefined);
  const isSettled = says || ['answered', 'refused', 'skipped'].includes(kind);
  const paths = [...entered, ...left, ...(isSettled && state !== undefined ? [state] : [])];
  const acting =
    state !== undefined && actor !== undefined && !actor.includes(':') ? compiled.taskRole(state) : undefined;
  const readers = compiled.roles.filter(role => paths.some(path => compiled.isVisible(path, [role])));
  if (acting === undefined || readers.includes(acting)) return readers;
  return [...readers, compiled.isMany(acting) ? actor! : acting];
}

function codeOf(error: unknown): string | undefined {
  return (error as { readonly code?: string } | undefined)?.code;
}
