import { isUnregisteredId, type JourneyContext } from '#journey';
import { idEndOf } from '../case-reference.js';
import { letterTo } from '../decide/letter-to.js';
import { RequestError } from '../errors.js';
import { type JourneyStore, type OpsStore } from '../ports.js';

export interface UnregisteredParticipantsParts {
  readonly ops: Pick<OpsStore, 'journeys'>;
  readonly journeys: Pick<JourneyStore, 'load' | 'journeysOf'>;
}

/** *Lookup* of participants without a CPR number: no register knows them, so their case and their name lead to them. */
export class UnregisteredParticipants {
  readonly #parts: UnregisteredParticipantsParts;

  constructor(parts: UnregisteredParticipantsParts) {
    this.#parts = parts;
  }

  /**
   * @param reference of their case, as it stands on a letter to them
   * @returns their person id
   * @throws RequestError `invalid`, in the same words whether the case or the name is not known
   */
  async find(reference: string, name: string): Promise<string> {
    const idEnd = idEndOf(reference);
    const [found] = idEnd === undefined ? [] : await this.#parts.ops.journeys({ idEnd, limit: 1 });
    const named = found ? await this.#named(found.journey, comparable(name)) : [];
    // Two of the same name cannot be told apart by it.
    const [person, ...others] = new Set(named);
    if (person !== undefined && others.length === 0) return person;
    throw new RequestError(
      'invalid',
      'no case of this number has somebody of this name without a CPR number',
      [
        {
          path: '/reference',
          code: 'unregistered',
          message:
            'must be the number of a case in which somebody of this name takes part without a CPR number',
        },
      ],
    );
  }

  /** What such a participant is called; undefined for all others, and for one whose case is gone. */
  async nameOf(person: string): Promise<string | undefined> {
    if (!isUnregisteredId(person)) return undefined;
    const [theirs] = await this.#parts.journeys.journeysOf([person]);
    const context = theirs && (await this.#contextOf(theirs.journey));
    return context && letterTo(context, person)?.name;
  }

  async #named(journey: string, name: string): Promise<readonly string[]> {
    const context = await this.#contextOf(journey);
    const holders = Object.values(context?.roles ?? {}).flat() as readonly { readonly person: string }[];
    return holders.flatMap(({ person }) => {
      const letter = letterTo(context!, person);
      return letter && comparable(letter.name) === name ? [person] : [];
    });
  }

  async #contextOf(journey: string): Promise<JourneyContext | undefined> {
    return (await this.#parts.journeys.load(journey))?.state.chart.context;
  }
}

/** As whoever reads a name off a letter types it. */
function comparable(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('da');
}
