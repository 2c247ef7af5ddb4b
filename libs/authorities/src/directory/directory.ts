import {
  type AuthorityDirectory,
  type Heir,
  type Responsible,
  type Responsibility,
  type Tier,
  type Words,
} from '#journey';
import { type DirectoryData, type OperatorAgreement } from './directory-data.js';

const UNDECIDED: Words = {
  da: 'En del af opgaven er gået over til regionen, og det fremgår ikke, om det gælder her.',
  en: 'Part of the task has passed to the region, and it is not clear whether that applies here.',
};

/** Directory of the municipalities and regions, dated: `directory/directory.yaml`. */
export class Directory implements AuthorityDirectory {
  readonly changes: readonly string[];
  readonly #data: DirectoryData;

  constructor(data: DirectoryData) {
    this.#data = data;
    const { regions, tasks } = data;
    const days = [
      ...Object.values(regions).flatMap(({ ends }) => (ends ? regions[ends.successor]!.from : [])),
      ...Object.values(tasks).map(({ regionalFrom }) => regionalFrom),
    ];
    this.changes = [...new Set(days)].sort();
  }

  /** The ids of all that there are or were. */
  ids(): readonly string[] {
    return [...Object.keys(this.#data.municipalities), ...Object.keys(this.#data.regions)];
  }

  /** Whether there is or was such an authority. */
  has(authority: string): boolean {
    return (
      Object.hasOwn(this.#data.municipalities, authority) || Object.hasOwn(this.#data.regions, authority)
    );
  }

  tierOf(authority: string): Tier {
    return Object.hasOwn(this.#data.municipalities, authority) ? 'municipal' : 'regional';
  }

  /** Whether an authority takes a role anywhere, on a day. */
  takes({ heldBy }: Responsibility, authority: string, day: string): boolean {
    if (heldBy === 'municipality') return own(this.#data.municipalities, authority) !== undefined;
    const region = heldBy === 'region' ? own(this.#data.regions, authority) : undefined;
    return region !== undefined && region.from <= day && day <= (region.ends?.until ?? day);
  }

  resolve(asked: Responsibility, code: string, day: string, moved?: boolean): Responsible {
    const { authority, heldBy = 'country', task = '' } = asked;
    if (heldBy === 'country') return { kind: 'authority', authority, basis: 'One for the whole country' };
    const municipality = own(this.#data.municipalities, code);
    if (!municipality) return { kind: 'nobody', because: this.whyNobody(code) };
    const passed = this.#passed(task, day);
    if (passed?.partly && moved === undefined) return { kind: 'undecided', because: UNDECIDED };
    const isRegional = heldBy === 'region' || (passed !== undefined && moved !== false);
    if (!isRegional) return { kind: 'authority', authority: code, basis: 'The municipality of residence' };
    const { id, before, law } = this.#regionOf(municipality.region, day);
    const predecessor = passed ? code : before;
    const basis = passed?.law ?? law ?? 'The region of the municipality of residence';
    const operator = this.#data.operators.find(agreement => holds(agreement, task, code, day))?.operator;
    return {
      kind: 'authority',
      authority: id,
      ...(operator !== undefined && { operator }),
      ...(predecessor !== undefined && { successorOf: predecessor }),
      basis,
    };
  }

  /** Why nobody takes the roles of a municipality or region at a place. */
  whyNobody(code: string): Words {
    return (
      own(this.#data.without, code)?.because ?? {
        da: `Ingen kommune har koden ${code}.`,
        en: `No municipality has the code ${code}.`,
      }
    );
  }

  heirOf(asked: Responsibility, authority: string, day: string): Heir {
    if (own(this.#data.regions, authority)) {
      const { id, law } = this.#regionOf(authority, day);
      return { authority: id, ...(law !== undefined && { law }) };
    }
    const passed = own(this.#data.municipalities, authority) && this.#passed(asked.task, day);
    // Of what has passed in part, nobody has said that this has.
    if (!passed || passed.partly) return { authority };
    return {
      authority: this.#regionOf(own(this.#data.municipalities, authority)!.region, day).id,
      law: passed.law,
    };
  }

  mayAnswer(asked: Responsibility, authority: string, by: string, day: string): boolean {
    const heir = this.heirOf(asked, authority, day).authority;
    if (by === heir) return true;
    if (by === authority) return (own(this.#data.regions, by)?.ends?.until ?? day) >= day;
    return this.#data.operators.some(
      agreement => agreement.operator === by && holds(agreement, asked.task, authority, day),
    );
  }

  nameOf(authority: string, day: string): Words | undefined {
    const { regions, municipalities, without } = this.#data;
    const name = (own(regions, authority) ?? own(municipalities, authority) ?? own(without, authority))?.name;
    const { id } = this.#regionOf(authority, day);
    const now = id === authority ? undefined : own(regions, id)?.name;
    return name && now ? { da: `${name.da} (nu ${now.da})`, en: `${name.en} (now ${now.en})` } : name;
  }

  #passed(task: string | undefined, day: string) {
    const moved = own(this.#data.tasks, task ?? '');
    return moved && moved.regionalFrom <= day ? moved : undefined;
  }

  /** Follows the successors of a region until one that has not ended. */
  #regionOf(
    region: string,
    day: string,
  ): { readonly id: string; readonly before?: string; readonly law?: string } {
    let found: { id: string; before?: string; law?: string } = { id: region };
    for (let ends = own(this.#data.regions, region)?.ends; ends && ends.until < day;) {
      found = { id: ends.successor, before: found.id, law: ends.law };
      ends = own(this.#data.regions, ends.successor)?.ends;
    }
    return found;
  }
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function holds(
  { task, municipalities, from, until = '9999' }: OperatorAgreement,
  asked: string | undefined,
  code: string,
  day: string,
): boolean {
  return task === asked && municipalities.includes(code) && from <= day && day <= until;
}
