import { Injectable } from '@nestjs/common';
import { dispatchId, type Keyset } from '#runtime';
import { EntryIds } from '../citizen/entry-ids.js';
import { cursorOf, placeOf } from '../paging/cursor.js';

/** Message within a journey. */
export interface MessagePlace {
  readonly journey: string;
  readonly number: number;
}

const CURSOR = /^(\d{1,13}) (\S{59})$/;

/** Opaque identifiers of messages: the number of one would tell how often others have acted in its journey. */
@Injectable()
export class MessageIds {
  constructor(private readonly entries: EntryIds) {}

  idOf({ journey, number }: MessagePlace, person: string): string {
    return this.entries.idWithJourney(journey, person, number);
  }

  /** Undefined for what is no id of this reader's. */
  placeOf(id: string, person: string): MessagePlace | undefined {
    const place = this.entries.placeOf(id, person);
    return place && { journey: place.journey, number: place.seq };
  }

  cursorOf(at: number, id: string): string {
    return cursorOf(`${at} ${id}`);
  }

  /**
   * Where the page before ended; undefined for another reader's.
   *
   * @throws EdgeError `invalid` for what is no cursor at all
   */
  keysetOf(cursor: string, person: string): Keyset | undefined {
    const [at, id] = placeOf(cursor, CURSOR) as [string, string];
    const place = this.placeOf(id, person);
    return place && { at: Number(at), id: dispatchId(place.journey, -place.number) };
  }
}
