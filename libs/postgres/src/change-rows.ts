import { InvariantError, parseDispatchId, type Change } from '#runtime';
import type { Instant, Json } from '#statechart';
import type { Pieces, Span } from './pieces.js';
import type { JourneyKey } from './sealing/journey-key.js';

/** A change as the commit statement takes it: lists that are empty are left out, what is content is sealed and stands among the pieces. */
export type ChangeRow = Readonly<Record<string, unknown>>;

/**
 * @param created whether the key is new and must be stored with the change
 * @param pieces where bytes are put
 * @throws InvariantError when a dispatch of another journey is among what it settles or stops
 */
export function changeRow(change: Change, key: JourneyKey, created: boolean, pieces: Pieces): ChangeRow {
  const { journey, definition, hash, expects, at, status, states, entry } = change;
  const version = expects + 1;
  const sealed = (place: Parameters<JourneyKey['seal']>[0], value: Json): Span =>
    pieces.add(key.seal(place, value));
  return {
    journey,
    expects,
    definition,
    hash,
    status,
    at: iso(at),
    states,
    ...placed('state', sealed(`state/${version}`, change.state as unknown as Json)),
    ...(created && placed('key', pieces.add(key.wrapped))),
    kind: entry.kind,
    actor: entry.actor,
    subject: entry.subject,
    origin: entry.origin,
    entered: entry.entered,
    left: entry.left,
    ...placed('detail', sealed(`journal/${version}`, entry.detail)),
    dispatches: unlessEmpty(change.dispatches, ({ seq, service, authority, step, ringAt, input }) => ({
      seq,
      service,
      authority,
      step,
      ring_at: iso(ringAt),
      ...placed('input', sealed(`dispatch/${seq}/input`, input)),
    })),
    ends: ends(change),
    timers: unlessEmpty(change.timers, ({ seq, due }) => ({ seq, due: iso(due) })),
    cleared: unlessEmpty(change.timersCleared, seq => seq),
    disclosures: unlessEmpty(change.disclosures, ({ dispatch, ...rest }, item) => ({
      seq: seqOf(journey, dispatch),
      item,
      ...rest,
    })),
    messages: unlessEmpty(change.messages, ({ params, ...rest }, item) => ({
      item,
      ...rest,
      ...placed('params', sealed(`message/${version}/${item}`, params)),
    })),
    participants: unlessEmpty(change.participants, participant => participant),
    drafts: unlessEmpty(change.draftsCleared, draft => draft),
  };
}

function ends({ journey, settles, stops }: Change): readonly object[] | undefined {
  const stopped = stops.map(id => ({ seq: seqOf(journey, id), status: 'stopped' }));
  if (!settles) return unlessEmpty(stopped, stop => stop);
  const seq = seqOf(journey, settles.dispatch);
  return [{ seq, status: settles.status }, ...stopped.filter(stop => stop.seq !== seq)];
}

function seqOf(journey: string, dispatch: string): number {
  const parsed = parseDispatchId(dispatch);
  if (parsed?.journey !== journey) {
    throw new InvariantError('foreign-dispatch', `dispatch '${dispatch}' is not of journey ${journey}`);
  }
  return parsed.seq;
}

function unlessEmpty<T, R>(list: readonly T[], row: (item: T, index: number) => R): R[] | undefined {
  return list.length === 0 ? undefined : list.map(row);
}

let last = { instant: Number.NaN, text: '' };

/** Changes of one group were mostly made within the same milliseconds. */
function iso(instant: Instant): string {
  if (last.instant !== instant) last = { instant, text: new Date(instant).toISOString() };
  return last.text;
}

/** As two columns. */
function placed(name: string, [from, length]: Span): Readonly<Record<string, number>> {
  return { [`${name}_from`]: from, [`${name}_length`]: length };
}
