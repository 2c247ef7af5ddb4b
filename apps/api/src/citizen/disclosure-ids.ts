import { Injectable } from '@nestjs/common';
import { dispatchId, parseDispatchId } from '#runtime';
import { EntryIds } from './entry-ids.js';

const FORM = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{22})$/;

/** Opaque identifiers of disclosures: the number of one would tell how often others have acted in its journey. */
@Injectable()
export class DisclosureIds {
  constructor(private readonly entries: EntryIds) {}

  /** Undefined for what was written to somebody, of which there is nothing to correct. */
  idOf(dispatch: string, person: string): string | undefined {
    const place = parseDispatchId(dispatch);
    if (!place || place.seq <= 0) return undefined;
    return `${place.journey}.${this.entries.idOf(place.journey, readerOf(person), place.seq)}`;
  }

  /** Id of the dispatch; undefined for what is no id of this reader's. */
  dispatchOf(id: string, person: string): string | undefined {
    const [, journey, opaque] = FORM.exec(id) ?? [];
    if (journey === undefined || opaque === undefined) return undefined;
    const seq = this.entries.seqOf(journey, readerOf(person), opaque);
    return seq === undefined ? undefined : dispatchId(journey, seq);
  }
}

/** Apart from what else is numbered in a journey. */
function readerOf(person: string): string {
  return `${person} disclosure`;
}
