import { iso } from '#calendar';
import { InvariantError, parseDispatchId, type Change } from '#runtime';
import { type Json } from '#statechart';
import { Pieces, type Span } from './pieces.js';
import { type JourneyKey } from './sealing/journey-key.js';

/** A change as the commit statement takes it: lists that are empty are left out, what is content is sealed and stands among the bytes. */
export type ChangeRow = Readonly<Record<string, unknown>>;

/**
 * @param created whether the key is new and must be stored with the change
 * @returns the row, and the bytes that it points into
 * @throws InvariantError when a dispatch of another journey is among what it settles or stops
 */
export function changeRow(
  change: Change,
  key: JourneyKey,
  created: boolean,
): { readonly row: ChangeRow; readonly bytes: Buffer } {
  const { journey, definition, hash, expects, at, status, states, entry } = change;
  const version = expects + 1;
  const pieces = new Pieces();
  const sealed = (...data: Parameters<JourneyKey['seal']>): Span => pieces.add(key.seal(...data));
  const row = {
    journey,
    expects,
    ...(created && { definition, hash }),
    status,
    at: iso(at),
    states,
    state: sealed(`state/${version}`, change.state as unknown as Json, [definition, hash, status]),
    ...(created && { key: pieces.add(key.wrapped) }),
    kind: entry.kind,
    actor: entry.actor,
    subject: entry.subject,
    origin: entry.origin,
    entered: entry.entered,
    left: entry.left,
    step: entry.step,
    seen_by: entry.seenBy,
    detail: sealed(`journal/${version}`, entry.detail),
    dispatches: unlessEmpty(
      change.dispatches,
      ({ seq, service, authority, step, ringAt, input, disclosure }) => ({
        seq,
        service,
        authority,
        step,
        ring_at: iso(ringAt),
        input: sealed(`dispatch/${seq}/input`, input, [service, authority]),
        ...disclosure,
      }),
    ),
    ends: ends(change),
    timers: unlessEmpty(change.timers, ({ seq, due }) => ({ seq, due: iso(due) })),
    cleared: unlessEmpty(change.timersCleared, seq => seq),
    messages: unlessEmpty(change.messages, ({ params, ...rest }, item) => ({
      item,
      ...rest,
      params: sealed(`message/${version}/${item}`, params),
    })),
    participants: unlessEmpty(change.participants, participant => participant),
    drafts: unlessEmpty(change.draftsCleared, draft => draft),
  };
  return { row, bytes: pieces.together() };
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
