import { type CompiledJourney, type JourneyAdvance, type JourneyState } from '#journey';
import { type Stimulus } from '#statechart';
import {
  eventOf,
  type JournalEntry,
  type JournalKind,
  refusalIn,
  type SeenEntry,
} from '../journey-record.js';
import { audienceOf } from './audience.js';

/**
 * What a held journey has been given, as its entry would have been had the journey taken it when it came: what was told then is told, to
 * whoever it is for.
 */
export function takenOf(
  entry: JournalEntry,
  before: JourneyState,
  { state: after, walked, current }: JourneyAdvance,
  compiled: CompiledJourney,
): SeenEntry {
  const { origin: _origin, seenBy: _seenBy, state: _state, detail, ...kept } = entry;
  const { subject } = eventOf(entry);
  const kind = takenAs(entry, before, current, compiled);
  const state = kind === 'reported' ? compiled.takerOf(subject, walked) : entry.state;
  const [from, to] = [compiled.activePaths(before), compiled.activePaths(after)];
  const refusal = kind === 'refused' ? refusalIn(detail) : undefined;
  const taken = {
    ...kept,
    kind,
    subject,
    entered: to.filter(path => !from.includes(path)),
    left: from.filter(path => !to.includes(path)),
    ...(state !== undefined && { state }),
    ...(refusal !== undefined && { refusal }),
  };
  return { ...taken, seenBy: audienceOf(taken, [], compiled) };
}

/** Nobody waits any more for what another has made superfluous, or for a report that nothing listens for. */
function takenAs(
  { actor, subject, ...entry }: JournalEntry,
  before: JourneyState,
  isCurrent: boolean,
  compiled: CompiledJourney,
): JournalKind {
  switch (stimulusOf(entry).kind) {
    case 'answer':
      return isCurrent ? 'answered' : 'late';
    case 'failure':
      return isCurrent ? 'refused' : 'late';
    case 'skip':
      return isCurrent ? 'skipped' : 'late';
    case 'timer':
      return 'elapsed';
    case 'event': {
      if (actor === undefined) return 'ended';
      if (!actor.startsWith('authority:')) return 'submitted';
      return compiled.awaits(before, eventOf({ ...entry, subject }).subject) ? 'reported' : 'late';
    }
  }
}

/** What arrived with an entry. */
export function stimulusOf({ detail }: Pick<JournalEntry, 'detail'>): Stimulus {
  return (detail as { readonly stimulus: Stimulus }).stimulus;
}
