import { type Language } from '#journey';
import { messageNumber, type MessageContent, type MessageRecord } from '#runtime';
import { type Selectable } from 'kysely';
import { type MessageTable } from './schema.js';
import { type JourneyKeys } from './sealing/journey-keys.js';
import { type JourneyKey, type SealedPlace } from './sealing/journey-key.js';

export type MessageRow = Omit<Selectable<MessageTable>, 'language'> & {
  readonly language: Language | null;
  /** Null of a message that belongs to no journey. */
  readonly definition: string | null;
  readonly hash: string | null;
  readonly wrapped: Buffer | null;
};

/** Where the content of a message is sealed. What it is and whose stands beside it, and is covered by the seal. */
export function sealOfMessage(
  entry: number,
  item: number,
  { person, role, text }: Pick<MessageRecord, 'person' | 'role' | 'text'>,
): [place: SealedPlace, columns: string[]] {
  return [`message/${entry}/${item}/content`, [person, role, text]];
}

/**
 * Row mapper: a message with its content decrypted.
 *
 * @throws InvariantError `unsealable`
 */
export function messageRecord(row: MessageRow, keys: JourneyKeys): MessageRecord {
  const { journey_id: journey, seq, item, person_id: person, role, text } = row;
  const { definition, hash, at, status, language, way, returned } = row;
  const key = keys.unwrap(journey, row.wrapped);
  return {
    journey,
    number: messageNumber(seq, item),
    ...(definition !== null && { definition }),
    ...(hash !== null && { hash }),
    at,
    person,
    role,
    text,
    ...opened(row, key),
    status,
    ...(language !== null && { language }),
    ...(row.labelled !== null && { labelled: row.labelled }),
    ...(way !== null && { way }),
    ...(row.received_on !== null && { receivedOn: row.received_on }),
    ...(returned !== null && { returned }),
    ...(row.read_at !== null && { readAt: row.read_at }),
  };
}

function opened(row: MessageRow, key: JourneyKey): Pick<MessageRecord, 'content' | 'params'> {
  const { seq, item, person_id: person, role, text, content, params } = row;
  if (params !== null) return { params: key.open(`message/${seq}/${item}`, params) };
  const [place, columns] = sealOfMessage(seq, item, { person, role, text });
  return { content: key.open(place, content!, columns) as unknown as MessageContent };
}
