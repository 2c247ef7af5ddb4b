import { type CompiledJourney } from '#journey';
import { type Change, type DispatchStore, type JourneyStore, type NewDispatch } from '#runtime';
import { replayJournal } from '../support/replay.js';
import { type ReplayedDispatch } from '../support/replayed.js';
import { type WrittenJourney } from './history-files.js';

interface Stores {
  readonly journeys: JourneyStore;
  readonly dispatches: DispatchStore;
}

/** Puts a written journey into stores, entry by entry, by nothing but what stores can do. */
export async function restoreJourney(
  { record, journal, dispatches, participants }: WrittenJourney,
  compiled: CompiledJourney,
  stores: Stores,
): Promise<void> {
  const { id: journey, definition, hash, status, state } = record;
  const replayed = replayJournal(compiled, journal, journey).dispatches;
  for (const { seq: number, ...entry } of journal) {
    const last = number === journal.length;
    const settled = replayed.find(({ settledBy }) => settledBy === number);
    const change: Change = {
      journey,
      definition,
      hash,
      expects: number - 1,
      at: entry.at,
      status,
      state,
      states: state.compensating ? [] : compiled.activePaths(state.chart),
      entry,
      dispatches: replayed.filter(({ since }) => since === number).map(asked => anew(asked, entry.at)),
      ...(settled && {
        settles: { seq: settled.seq, status: statusOf(settled) },
      }),
      stops: replayed.filter(({ stoppedBy }) => stoppedBy === number).map(({ seq }) => seq),
      timers: last ? Object.values(state.chart.timers).map(({ seq, due }) => ({ seq, due })) : [],
      timersCleared: [],
      messages: [],
      participants: number === 1 ? participants : [],
      departures: [],
      draftsCleared: [],
    };
    const [outcome] = await stores.journeys.commit([change]);
    if (outcome?.kind !== 'committed') throw new Error(`entry ${number} of ${journey}: ${outcome?.kind}`);
  }
  for (const { id, status: how, dueAt, createdAt, error } of dispatches) {
    if (how === 'accepted') await stores.dispatches.accept(id, dueAt ?? createdAt);
    if (how === 'parked') await stores.dispatches.park(id, error ?? { code: 'unknown', message: '' });
  }
}

function anew({ seq, service, state, undoes, input }: ReplayedDispatch, at: number): NewDispatch {
  const authority = service.slice(0, service.indexOf('.'));
  const askedBy = undoes === undefined ? { state: state! } : { undoes };
  return { seq, service, authority, ...askedBy, input, ringAt: at };
}

function statusOf({ status }: ReplayedDispatch): 'answered' | 'refused' | 'late' {
  if (status === 'answered' || status === 'refused' || status === 'late') return status;
  throw new Error(`a dispatch that was settled is ${status}`);
}
