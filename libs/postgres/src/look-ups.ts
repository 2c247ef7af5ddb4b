import { dispatchId, GroupRead, parseDispatchId, type Participation } from '#runtime';
import { isUuid } from '#schema';
import { type Selectable } from 'kysely';
import { type Database } from './database.js';
import { type DispatchTable, type JournalTable, type JourneyTable } from './schema.js';

/** Characters of a UUID. */
const UUID = 36;

type Keyed<Table> = Selectable<Table> & { readonly wrapped: Buffer | null };

export type KeyedJourneyRow = Omit<Keyed<JourneyTable>, 'states' | 'moved_at' | 'erased_at'>;
export type KeyedDispatchRow = Omit<Keyed<DispatchTable>, 'ring_at'>;
export type KeyedEntryRow = Keyed<JournalTable>;

const JOURNEYS = /* sql */ `
select j.journey_id, j.definition, j.hash, j.status, j.version, j.started_at, j.state, k.wrapped
from unnest($1::uuid[]) as wanted (journey_id)
join journey j on j.journey_id = wanted.journey_id and j.erased_at is null
left join journey_key k on k.journey_id = wanted.journey_id`;

const DISPATCHES = /* sql */ `
select d.journey_id, d.seq, d.service, d.authority, d.state, d.undoes, d.status, d.attempt, d.created_at, d.reopened_at, d.due_at, d.settled_at,
  d.error_code, d.error_message, d.input, d.persons, d.categories, d.ground, d.holder, d.acted_for, d.holder_authority, k.wrapped
from unnest($1::uuid[], $2::integer[]) as wanted (journey_id, seq)
join dispatch d on d.journey_id = wanted.journey_id and d.seq = wanted.seq
left join journey_key k on k.journey_id = wanted.journey_id`;

/** Batched look-up (data loader) of journeys by id, with their wrapped keys. */
export function journeyLookUp({ byKey }: Database): GroupRead<string, KeyedJourneyRow> {
  return new GroupRead(async ids => {
    const text = { name: 'journeys', text: JOURNEYS, values: [ids.filter(isUuid)] };
    const { rows } = await byKey.query<KeyedJourneyRow>(text);
    return new Map(rows.map(row => [row.journey_id, row]));
  });
}

const NUMBERS = /* sql */ `
select p.person_id, p.cpr
from unnest($1::uuid[]) as wanted (person_id)
join person p on p.person_id = wanted.person_id`;

/** Batched look-up of the encrypted CPR numbers of persons, by id. */
export function numberLookUp({ byKey }: Database): GroupRead<string, Buffer> {
  return new GroupRead(async ids => {
    const { rows } = await byKey.query<{ person_id: string; cpr: Buffer }>({
      name: 'numbers',
      text: NUMBERS,
      values: [ids],
    });
    return new Map(rows.map(row => [row.person_id, row.cpr]));
  });
}

const ENTRIES = /* sql */ `
select e.*, k.wrapped
from unnest($1::uuid[], $2::text[]) as wanted (journey_id, origin)
join journal e on e.journey_id = wanted.journey_id and e.origin = wanted.origin
left join journey_key k on k.journey_id = wanted.journey_id`;

/** Batched look-up of journal entries by journey and origin, `<journey> <origin>`. */
export function entryLookUp({ byKey }: Database): GroupRead<string, KeyedEntryRow> {
  return new GroupRead(async names => {
    const wanted = names.map(name => [name.slice(0, UUID), name.slice(UUID + 1)] as const);
    const values = [wanted.map(([journey]) => journey), wanted.map(([, origin]) => origin)];
    const { rows } = await byKey.query<KeyedEntryRow>({ name: 'entries', text: ENTRIES, values });
    return new Map(rows.map(row => [`${row.journey_id} ${row.origin}`, row]));
  });
}

const PARTICIPATIONS = /* sql */ `
select p.person_id as person, p.role, p.journey_id as journey, j.definition, j.hash, j.status, j.started_at as "startedAt"
from unnest($1::uuid[]) as wanted (person_id)
join participant p on p.person_id = wanted.person_id and p.until is null
join journey j on j.journey_id = p.journey_id`;

/** Batched look-up of the journeys in which persons take part, by person. */
export function participationLookUp({ byKey }: Database): GroupRead<string, readonly Participation[]> {
  return new GroupRead<string, readonly Participation[]>(async persons => {
    const { rows } = await byKey.query<Participation>({
      name: 'participations',
      text: PARTICIPATIONS,
      values: [persons],
    });
    const found = new Map<string, Participation[]>();
    for (const row of rows) {
      const others = found.get(row.person);
      if (others) others.push(row);
      else found.set(row.person, [row]);
    }
    return found;
  });
}

/** Batched look-up of dispatches by id, with the wrapped keys of their journeys. */
export function dispatchLookUp({ byKey }: Database): GroupRead<string, KeyedDispatchRow> {
  return new GroupRead(async ids => {
    const parsed = ids.flatMap(id => parseDispatchId(id) ?? []);
    const values = [parsed.map(({ journey }) => journey), parsed.map(({ seq }) => seq)];
    const { rows } = await byKey.query<KeyedDispatchRow>({ name: 'dispatches', text: DISPATCHES, values });
    return new Map(rows.map(row => [dispatchId(row.journey_id, row.seq), row]));
  });
}
