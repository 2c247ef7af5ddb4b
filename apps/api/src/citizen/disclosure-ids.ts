import { Injectable } from '@nestjs/common';
import { dispatchId, parseDispatchId } from '#runtime';
import { EntryIds } from './entry-ids.js';

/** Opaque identifiers of disclosures: the number of one would tell how often others have acted in its journey. */
@Injectable()
export class DisclosureIds {
  constructor(private readonly entries: EntryIds) {}

  /** Undefined for what was written to somebody, of which there is nothing to correct. */
  idOf(dispatch: string, person: string): string | undefined {
    const place = parseDispatchId(dispatch);
    if (!place || place.seq <= 0) return undefined;
    return this.entries.idWithJourney(place.journey, readerOf(person), place.seq);
  }

  /** Id of the dispatch; undefined for what is no id of this reader's. */
  dispatchOf(id: string, person: string): string | undefined {
    const place = this.entries.placeOf(id, readerOf(person));
    return place && dispatchId(place.journey, place.seq);
  }
}

/** Apart from what else is numbered in a journey. */
function readerOf(person: string): string {
  return `${person} disclosure`;
}
