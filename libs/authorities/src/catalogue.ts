import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ServiceCatalogue, TIERS } from '#journey';
import { type Authority, type Contract, type RegisterEvent, type Service } from './contract.js';
import { ContractError, type ContractFault } from './contract-error.js';
import { readContract } from './read-contract.js';

/** Folder of the bundled contracts. */
export const CONTRACTS_FOLDER = fileURLToPath(new URL('../contracts/', import.meta.url));

/**
 * Registry of authorities and their services: one OpenAPI 3.1 document each, under `contracts/<tier>/<authority>.yaml`.
 *
 * An authority is added by adding its document, an address and credentials; nothing else names authorities.
 * Beside plain OpenAPI a document says:
 * - `info.x-authority`: id, tier, name, and `holds`: what the authority already holds about a person, by the name a
 *   form would give it, with the operation that gives it and whose answer has a field of that very name. A task that
 *   asks for such data asks twice; the remedy is to call that service and prefill.
 * - `x-service` on each operation: what it is called, the legal ground of the disclosure, whether it answers now or
 *   later, its published maximum time, how it is undone or why it cannot be, and its refusals. `effect: none` marks
 *   an operation that only reads. A compensation says `undoes`, takes `{ undoes: <idempotency key> }`, and is safe for a
 *   request that never came: that request is then refused with the code `withdrawn`, which every service that can be
 *   undone has.
 * - `x-category` on each property of a request: what kind of data is disclosed (`data-category.ts`).
 * - `format: cpr` on whatever is a person: a CPR number on the wire, an opaque person id within the system.
 * - `x-identifier` on an answer's property that is another each time, e.g. a case number.
 * - `x-event` on each webhook, and `x-correlates: true` on the persons in it whose journeys hear of it.
 * - examples of request and answer that belong together and are told as of `examplesAsOf`.
 */
export class Catalogue implements ServiceCatalogue {
  readonly #authorities: ReadonlyMap<string, Authority>;
  readonly #services: ReadonlyMap<string, Service>;
  readonly #events: ReadonlyMap<string, RegisterEvent>;

  private constructor(contracts: readonly Contract[]) {
    this.#authorities = byId(contracts.map(({ authority }) => authority));
    this.#services = byId(contracts.flatMap(({ services }) => services));
    this.#events = byId(contracts.flatMap(({ events }) => events));
  }

  /**
   * Loads every document of a folder.
   *
   * @throws ContractError naming each fault in any of them, with file, line and column
   */
  static load(folder: string = CONTRACTS_FOLDER): Catalogue {
    const texts = new Map<string, string>();
    for (const tier of TIERS) {
      for (const file of filesIn(join(folder, tier))) {
        texts.set(`${tier}/${file}`, readFileSync(join(folder, tier, file), 'utf8'));
      }
    }
    return Catalogue.of(texts);
  }

  /**
   * Builds a catalogue from documents as text, by file name relative to the folder of contracts.
   *
   * @throws ContractError as {@link Catalogue.load}
   */
  static of(texts: ReadonlyMap<string, string>): Catalogue {
    const faults: ContractFault[] = [];
    const contracts = new Map<string, Contract>();
    for (const [file, text] of texts) {
      try {
        const contract = readContract(file, text);
        if (contracts.has(contract.authority.id)) {
          const message = `another document already describes ${contract.authority.id}`;
          faults.push({ file, line: 1, column: 1, place: 'info.x-authority.id', message });
        }
        contracts.set(contract.authority.id, contract);
      } catch (error) {
        if (!(error instanceof ContractError)) throw error;
        faults.push(...error.faults);
      }
    }
    if (faults.length > 0) throw new ContractError(faults);
    return new Catalogue([...contracts.values()]);
  }

  service(id: string): Service | undefined {
    return this.#services.get(id);
  }

  registerEvent(id: string): RegisterEvent | undefined {
    return this.#events.get(id);
  }

  authority(id: string): Authority | undefined {
    return this.#authorities.get(id);
  }

  services(): readonly Service[] {
    return [...this.#services.values()];
  }

  registerEvents(): readonly RegisterEvent[] {
    return [...this.#events.values()];
  }

  authorities(): readonly Authority[] {
    return [...this.#authorities.values()];
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter(file => file.endsWith('.yaml'))
      .sort();
  } catch (error) {
    // A tier without authorities has no folder.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map(item => [item.id, item]));
}
