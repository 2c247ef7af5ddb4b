import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { addPeriod, type IsoDate, isPeriod, subtractPeriod } from '#calendar';

/** A dwelling, as the registers of addresses and of buildings know it. */
export interface Home {
  /** Id in the address register. */
  readonly address: string;
  readonly text: string;
  readonly municipality: string;
  readonly municipalityName: string;
  readonly region: string;
  readonly parish: string;
  readonly rooms: number;
  readonly area: number;
  readonly ownership: string;
}

/** A day, or a period that counts back from today. */
type Day = string;

/** Somebody whom the registers know; other people and homes by their names in the file. */
export interface Resident {
  readonly cpr: string;
  readonly fullName: string;
  readonly born: IsoDate;
  /** In a few words of English, for whoever chooses whom to be. */
  readonly who: string;
  readonly home: string;
  readonly movedIn: IsoDate;
  /** The day on which they left Denmark. */
  readonly departedOn?: IsoDate;
  readonly died?: Day;
  readonly civilStatus: { readonly is: string; readonly from?: Day; readonly spouse?: string };
  readonly parents?: readonly string[];
  readonly custodians?: readonly string[];
  readonly income?: number;
  readonly employer?: string;
  /** The unemployment insurance fund that they are a member of. */
  readonly fund?: { readonly name: string; readonly since: IsoDate };
  /** The first day on which Jobnet has them as out of work. */
  readonly unemployedSince?: Day | undefined;
  readonly cashHelp?: boolean;
  /** Holiday that they have earned and not taken. */
  readonly holiday?: { readonly holidayDays: number; readonly amount: number };
  readonly benefits?: readonly string[];
  readonly services?: readonly string[];
  readonly aidsOnLoan?: number;
  readonly doctor: { readonly number: string; readonly name: string };
  /** Last digits. */
  readonly account?: string;
  readonly vehicles?: readonly { readonly plate: string; readonly make: string }[];
  /** Share of their home, in per cent. */
  readonly owns?: number;
  readonly daycare?: { readonly place: string; readonly institution: string };
  /** From Digital Post. */
  readonly exempt?: boolean;
  readonly protected?: boolean;
  /** Codes with which requests that name them are refused. */
  readonly refusals?: readonly string[];
}

export type NamedResident = Resident & { readonly name: string };

const FILE = fileURLToPath(new URL('../../population/population.yaml', import.meta.url));
const ADULT = 'P18Y';

/** The people whom all registers know, so that what one says of somebody fits what the others say. */
export class Population {
  readonly people: readonly NamedResident[];
  readonly homes: readonly Home[];
  readonly #byName: ReadonlyMap<string, NamedResident>;
  readonly #byNumber: ReadonlyMap<string, NamedResident>;
  readonly #homes: ReadonlyMap<string, Home>;

  /** @throws Error when a name stands for nobody, or a number for several */
  constructor(people: Readonly<Record<string, Resident>>, homes: Readonly<Record<string, Home>>) {
    this.people = Object.entries(people).map(([name, person]) => ({ name, ...person }));
    this.homes = Object.values(homes);
    this.#byName = new Map(this.people.map(person => [person.name, person]));
    this.#byNumber = new Map(this.people.map(person => [person.cpr, person]));
    this.#homes = new Map(Object.entries(homes));
    if (this.#byNumber.size < this.people.length)
      throw new Error('Two people of the population have one CPR number');
    for (const { parents = [], custodians = [], civilStatus, home } of this.people) {
      for (const name of [...parents, ...custodians, civilStatus.spouse])
        if (name !== undefined) this.named(name);
      this.#home(home);
    }
  }

  /** The people that come with the simulations. */
  static load(): Population {
    const { people, homes } = parse(readFileSync(FILE, 'utf8')) as {
      readonly people: Readonly<Record<string, Resident>>;
      readonly homes: Readonly<Record<string, Home>>;
    };
    return new Population(people, homes);
  }

  ofNumber(cpr: string | undefined): NamedResident | undefined {
    return cpr === undefined ? undefined : this.#byNumber.get(cpr);
  }

  /** @throws Error when there is nobody of that name */
  named(name: string): NamedResident {
    const person = this.#byName.get(name);
    if (person) return person;
    throw new Error(`There is nobody called ${name} in the population`);
  }

  homeOf({ home }: Resident): Home {
    return this.#home(home);
  }

  /** Those whose parent somebody is. */
  childrenOf({ name }: NamedResident): readonly NamedResident[] {
    return this.people.filter(({ parents = [] }) => parents.includes(name));
  }

  #home(name: string): Home {
    const home = this.#homes.get(name);
    if (home) return home;
    throw new Error(`There is no home ${name} in the population`);
  }
}

/** A day of the file, told today. */
export function dayOf(day: Day, today: IsoDate): IsoDate {
  return isPeriod(day) ? subtractPeriod(today, day) : day;
}

export function isChild({ born }: Resident, today: IsoDate): boolean {
  return addPeriod(born, ADULT) > today;
}
