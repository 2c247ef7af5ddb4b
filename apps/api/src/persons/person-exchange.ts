import { Inject, Injectable } from '@nestjs/common';
import { PERSON_VAULT } from '#assembly';
import type { JsonSchema } from '#journey';
import { InvariantError } from '#runtime';
import type { FieldError, PersonVault } from '#runtime';
import type { Json } from '#statechart';
import { EdgeError } from '../problem/edge-error.js';
import { cprNumber } from './cpr-number.js';
import type { Place } from './person-places.js';
import { personPlaces, pointerTo, valueAt, withValues } from './person-places.js';

/** CPR numbers come in and person ids go on: behind this edge nobody but the vault sees a number. */
@Injectable()
export class PersonExchange {
  constructor(@Inject(PERSON_VAULT) private readonly vault: PersonVault) {}

  /**
   * Puts a person id in the place of each CPR number that the schema asks for.
   *
   * @param under JSON Pointer of the data within the body, for the errors
   * @throws EdgeError `invalid`, with each place that holds something that is no CPR number
   */
  async idsIn(schema: JsonSchema, data: Json, under: string): Promise<Json> {
    const places = personPlaces(schema, data);
    const faults = places.flatMap((place): FieldError[] => {
      const value = valueAt(data, place);
      const sound = typeof value !== 'string' || cprNumber(value) !== undefined;
      return sound
        ? []
        : [
            {
              path: `${under}${pointerTo(place)}`,
              code: 'cpr',
              message: 'must be a CPR number of ten digits, DDMMYYXXXX',
            },
          ];
    });
    if (faults.length > 0)
      throw new EdgeError('invalid', 'A field that asks for a CPR number holds none.', { fields: faults });
    return this.#swap(data, places, cprNumber, cpr => this.vault.personOf(cpr));
  }

  /** The same for what is half filled in: what is no CPR number yet stays as it is. */
  async idsInDraft(schema: JsonSchema, data: Json): Promise<Json> {
    return this.#swap(data, personPlaces(schema, data), cprNumber, cpr => this.vault.personOf(cpr));
  }

  /** The way back, for those who gave the numbers themselves: CPR numbers in the places of person ids. */
  async numbersIn(schema: JsonSchema, data: Json): Promise<Json> {
    return this.#swap(data, personPlaces(schema, data), personId, async person => {
      try {
        return await this.vault.cprOf(person);
      } catch (error) {
        // A person whom the vault has been made to forget.
        if (error instanceof InvariantError) return '';
        throw error;
      }
    });
  }

  async #swap(
    data: Json,
    places: readonly Place[],
    read: (text: string) => string | undefined,
    swap: (text: string) => Promise<string>,
  ): Promise<Json> {
    const values: { place: Place; value: Json }[] = [];
    for (const place of places) {
      const value = valueAt(data, place);
      const text = typeof value === 'string' ? read(value) : undefined;
      if (text !== undefined) values.push({ place, value: await swap(text) });
    }
    return withValues(data, values);
  }
}

function personId(text: string): string | undefined {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined;
}
