import { type Json, type Stimulus } from '#statechart';
import { eventOf, type JournalEntry, type JournalKind, type SeenEntry, takenIn } from '../journey-record.js';
import { MOST_TIDINGS, type OverviewRequest, type Tiding } from '../ports.js';

/** Kinds of entries in which an authority tells something, or, `late` and `waiting`, may end it: what they are of is their subject. */
export const TELLING_KINDS: readonly JournalKind[] = ['answered', 'reported', 'late', 'waiting'];
/** Kinds of entries that may be of an answer or a report, or of several, by another subject. */
export const CAUSED_KINDS: readonly JournalKind[] = ['held', 'resumed', 'cancelled'];

type ReadEntry = SeenEntry & Pick<JournalEntry, 'detail'>;

/** What arrived by an entry. */
interface Arrival {
  readonly entry: SeenEntry;
  readonly stimulus: Stimulus | undefined;
}

interface Detail {
  readonly stimulus?: Stimulus;
  readonly stimuli?: readonly Stimulus[];
}

/**
 * What the entries of a journal tell or end, newest first. What came while the journey was held is told, as of when it came, once the
 * journey has been given it; until then a report only ends what it ends, for that asks nothing of the journey.
 *
 * @param inputOf what a dispatch had asked, by its number; undefined where that is not told of, or has been undone
 */
export function tidingsIn(
  entries: readonly ReadEntry[],
  { viewers, telling, ending }: OverviewRequest,
  inputOf: (dispatch: number) => Json | undefined,
): Tiding[] {
  const given = new Set(entries.flatMap(({ detail }) => takenIn(detail).map(({ seq }) => seq)));
  return entries
    .flatMap(entry => arrivalsBy(entry, given))
    .filter(
      ({ entry: { subject, seenBy } }) =>
        ending.includes(subject) ||
        (telling.includes(subject) &&
          (seenBy === undefined || seenBy.some(viewer => viewers.includes(viewer)))),
    )
    .sort((one, other) => other.entry.seq - one.entry.seq)
    .flatMap(({ entry, stimulus }): Tiding[] => {
      if (stimulus?.kind === 'event') return [{ entry, data: stimulus.event['data'] ?? null }];
      if (stimulus?.kind !== 'answer') return [];
      const { dispatch, output: data = null } = stimulus;
      const input = inputOf(dispatch);
      return input === undefined ? [] : [{ entry, data, asked: { dispatch, input } }];
    })
    .slice(0, MOST_TIDINGS);
}

function arrivalsBy({ detail, ...entry }: ReadEntry, given: ReadonlySet<number>): Arrival[] {
  const { stimulus, stimuli } = (detail ?? {}) as Detail;
  if (stimuli) return takenIn(detail).map((taken, index) => ({ entry: taken, stimulus: stimuli[index] }));
  const of = { ...entry, ...eventOf(entry) };
  if (entry.kind !== 'held' && entry.kind !== 'waiting') return [{ entry: of, stimulus }];
  if (stimulus?.kind !== 'event' || given.has(entry.seq)) return [];
  const { state: _state, ...late } = of;
  return [{ entry: { ...late, kind: 'late', seenBy: [] }, stimulus }];
}
