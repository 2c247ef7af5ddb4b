import { type AccessRecord, dispatchId, type DispatchStatus } from '#runtime';
import { type Instant } from '#statechart';
import { actingOf } from './dispatch-record.js';

/** An access record in columns: of a dispatch, or of an entry of the audit trail. */
export interface AccessRow {
  readonly at: Instant | string;
  readonly id: string;
  readonly journey: string;
  readonly hash: string;
  readonly seq: number | null;
  readonly service: string;
  readonly authority: string;
  readonly state: string | null;
  readonly status: DispatchStatus;
  readonly persons: readonly string[];
  readonly categories: readonly string[];
  readonly ground: string;
  readonly holder: string | null;
  readonly acted_for: string | null;
  readonly actor: string | null;
}

/** Row mapper. */
export function accessRecord({ at, id, journey, hash, seq, actor, state, ...row }: AccessRow): AccessRecord {
  const base = { at: Number(at), journey, hash };
  if (actor !== null || seq === null) return { kind: 'looked', ...base, id, by: actor!.split(':')[0]! };
  const { service, authority, status, persons, categories, ground } = row;
  const acting = actingOf(row);
  return {
    kind: 'given',
    ...base,
    id: dispatchId(journey, seq),
    service,
    authority,
    ...(state !== null && { state }),
    status,
    persons,
    categories,
    ground,
    ...(acting && { acting }),
  };
}
