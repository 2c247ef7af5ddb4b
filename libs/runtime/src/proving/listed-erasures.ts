import { type ErasedSubject } from '../erasing/erasure.js';
import { type ErasureList } from '../erasing/ports.js';

/**
 * What is on the list of erasures. It is read again for what is not found on it: erasing goes on while chains are verified, and is put on
 * the list first.
 */
export class ListedErasures {
  readonly #list: Pick<ErasureList, 'read'> | undefined;
  #subjects: ReadonlySet<string> = new Set();

  /** @param list where it is kept out of reach, everything counts as listed */
  constructor(list: Pick<ErasureList, 'read'> | undefined) {
    this.#list = list;
  }

  async has(erased: ErasedSubject | undefined): Promise<boolean> {
    if (!this.#list) return true;
    if (!erased) return false;
    if (!this.#subjects.has(nameOf(erased))) this.#subjects = await subjectsOn(this.#list);
    return this.#subjects.has(nameOf(erased));
  }
}

async function subjectsOn(list: Pick<ErasureList, 'read'>): Promise<ReadonlySet<string>> {
  const subjects = new Set<string>();
  for await (const erasure of list.read()) subjects.add(nameOf(erasure));
  return subjects;
}

function nameOf({ kind, id }: ErasedSubject): string {
  return `${kind} ${id}`;
}
