import { iso } from '#calendar';
import { type Change } from '#runtime';
import { type Json } from '#statechart';
import { sealOfMessage } from './message-record.js';
import { PackedBytes, type Span } from './packed-bytes.js';
import { type JourneyKey } from './sealing/journey-key.js';

/**
 * Serialised change, as the commit statement takes it. Empty lists are left out; content is encrypted and packed into the bytes
 * parameter.
 */
export type ChangeRow = Readonly<Record<string, unknown>>;

const NONE: readonly never[] = [];

/**
 * Serialises a change: encrypts its content and writes it as one row of the commit statement.
 *
 * @param created whether the key is new and must be stored with the change
 * @returns the row, and the bytes that its spans point into
 */
export function changeRow(
  change: Change,
  key: JourneyKey,
  created: boolean,
): { readonly row: ChangeRow; readonly bytes: Buffer } {
  const { journey, definition, hash, expects, at, status, states, entry } = change;
  const version = expects + 1;
  const bytes = new PackedBytes();
  const sealed = (...data: Parameters<JourneyKey['seal']>): Span => bytes.add(key.seal(...data));
  const row = {
    journey,
    expects,
    definition: created ? definition : undefined,
    hash: created ? hash : undefined,
    status,
    at: iso(at),
    states,
    state: sealed(`state/${version}`, change.state, [definition, hash, status]),
    key: created ? bytes.add(key.wrapped) : undefined,
    kind: entry.kind,
    actor: entry.actor,
    holder: entry.holder,
    holder_authority: entry.holderAuthority,
    subject: entry.subject,
    origin: entry.origin,
    entered: entry.entered,
    left: entry.left,
    entry_state: entry.state,
    seen_by: entry.seenBy,
    detail: sealed(`journal/${version}`, entry.detail),
    dispatches: unlessEmpty(
      change.dispatches,
      ({ seq, service, authority, state, undoes, ringAt, input, disclosure }) => ({
        seq,
        service,
        authority,
        state,
        undoes,
        ring_at: iso(ringAt),
        input: sealed(`dispatch/${seq}/input`, input, [service, authority]),
        persons: disclosure?.persons,
        categories: disclosure?.categories,
        ground: disclosure?.ground,
        holder: disclosure?.acting?.holder,
        acted_for: disclosure?.acting?.person,
        holder_authority: disclosure?.acting?.authority,
      }),
    ),
    readdressed: unlessEmpty(change.readdressed ?? NONE, ({ seq, service, authority, input }) => ({
      seq,
      authority,
      input: sealed(`dispatch/${seq}/input`, input, [service, authority]),
    })),
    ends: ends(change),
    timers: unlessEmpty(change.timers, ({ seq, due }) => ({ seq, due: iso(due) })),
    cleared: unlessEmpty(change.timersCleared, seq => seq),
    messages: unlessEmpty(change.messages, (message, item) => {
      const { person, role, text, content, quiet } = message;
      const [place, columns] = sealOfMessage(version, item, message);
      return {
        item,
        person,
        role,
        text,
        content: sealed(place, content as unknown as Json, columns),
        status: quiet ? 'delivered' : 'sent',
        way: quiet ? 'mailbox' : undefined,
      };
    }),
    participants: unlessEmpty(change.participants, participant => participant),
    departures: unlessEmpty(change.departures, participant => participant),
    drafts: unlessEmpty(change.draftsCleared, draft => draft),
  };
  return { row, bytes: bytes.concat() };
}

function ends({ settles, stops }: Change): readonly object[] | undefined {
  const settled = settles ? [settles] : [];
  const stopped = stops.map(seq => ({ seq, status: 'stopped' }));
  return unlessEmpty([...settled, ...stopped], ({ seq, status }) => ({ seq, status }));
}

function unlessEmpty<T, R>(list: readonly T[], row: (item: T, index: number) => R): R[] | undefined {
  return list.length === 0 ? undefined : list.map(row);
}
