import { type Keyset, parseDispatchId } from '#runtime';
import { EdgeError } from '../problem/edge-error.js';

/** A keyset cursor: base64url over where a page ends. Opaque, so that callers hold on to nothing that is ours to change. */
export function cursorOf(place: string): string {
  return Buffer.from(place).toString('base64url');
}

/**
 * The place that a cursor of ours names: what the groups of `shape` match in it.
 *
 * @throws EdgeError `invalid` when it is none
 */
export function placeOf(cursor: string, shape: RegExp): readonly string[] {
  const match = shape.exec(Buffer.from(cursor, 'base64url').toString());
  if (!match) throw unnamed();
  return match.slice(1);
}

function unnamed(): EdgeError {
  return new EdgeError('invalid', 'The place to go on from is none that this list has named; see "errors".', {
    fields: [{ path: '/after', code: 'pattern', message: 'must be `next` of the page before, unchanged' }],
  });
}

/** The cursor of a list that is newest first. */
export const keysetCursor = ({ at, id }: Keyset): string => cursorOf(`${at} ${id}`);

// Instants up to the year 2286; the id of a journey, or of a dispatch.
const KEYSET = /^(\d{1,13}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(-\w{1,11})?$/;

/** @throws EdgeError `invalid` */
export function keysetOf(cursor: string): Keyset {
  const [at, journey, dispatch] = placeOf(cursor, KEYSET) as [string, string, string | undefined];
  const id = `${journey}${dispatch ?? ''}`;
  if (dispatch !== undefined && !parseDispatchId(id)) throw unnamed();
  return { at: Number(at), id };
}
