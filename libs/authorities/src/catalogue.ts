import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Diagnostic, type ServiceCatalogue, TIERS } from '#journey';
import { type Authority, type Contract, type RegisterEvent, type Service } from './contract/contract.js';
import { ContractError } from './contract/contract-error.js';
import { keptContracts } from './contract/kept-contracts.js';
import { type ContractsReading, readContracts, SHARED_FILE } from './contract/read-contracts.js';
import { type Directory } from './directory/directory.js';
import { loadDirectory } from './directory/read-directory.js';

/** Folder of the bundled contracts. */
export const CONTRACTS_FOLDER = fileURLToPath(new URL('../contracts/', import.meta.url));

/**
 * Registry of authorities and their services: one OpenAPI 3.1 document each, under `contracts/<tier>/<authority>.yaml`.
 *
 * An authority is added by adding its document, an address and credentials; nothing else names authorities.
 * `schema/contract.schema.json` describes every key of a document. What it means beyond OpenAPI:
 * - `info.x-authority` says who it is, and what it already holds about a person: a task that asks for such data asks
 *   twice; the remedy is to call the service that gives it, and prefill.
 * - `x-service` says what a journey needs to know of an operation. A compensation takes `{ undoes: <idempotency key> }`,
 *   and is safe for a request that never came: that request is then refused with the code `withdrawn`, which every
 *   service that can be undone has.
 * - `x-tells` says what an answer or a report is to the citizen, such as a decision about a person.
 * - `x-request`, `x-answer`, `x-data` and a `compensation` with members are short forms (`expand-contract.ts`).
 * - `x-category` on each field of a request says what kind of data is disclosed.
 * - `format: cpr` marks a person: a CPR number on the wire, an opaque person id within the system.
 * - `x-event` stands on each webhook, and `x-correlates: true` on the persons in it whose journeys hear of it;
 *   `x-deceased: true` on one who has died: nothing is offered to them any more, and what was told of theirs is over;
 *   `x-alive: true` on one whose death was a mistake: it is not over.
 * - examples of request and answer belong together and are told as of `examplesAsOf`.
 */
export class Catalogue implements ServiceCatalogue {
  readonly broken: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly directory: Directory = loadDirectory();
  readonly #authorities: ReadonlyMap<string, Authority>;
  readonly #services: ReadonlyMap<string, Service>;
  readonly #events: ReadonlyMap<string, RegisterEvent>;

  private constructor(
    contracts: readonly Contract[],
    broken: ReadonlyMap<string, readonly Diagnostic[]> = new Map(),
  ) {
    this.broken = broken;
    this.#authorities = byId(contracts.map(({ authority }) => authority));
    this.#services = byId(contracts.flatMap(({ services }) => services));
    this.#events = byId(contracts.flatMap(({ events }) => events));
  }

  /**
   * Loads every document of a folder, for a process.
   *
   * @throws ContractError with every fault in any of them
   */
  static load(folder: string = CONTRACTS_FOLDER): Catalogue {
    return new Catalogue(soundOf(keptContracts(textsIn(folder), { examples: false })));
  }

  /**
   * Builds a catalogue from documents as text, by file name relative to the folder of contracts.
   *
   * @throws ContractError as {@link Catalogue.load}
   */
  static of(texts: ReadonlyMap<string, string>): Catalogue {
    return new Catalogue(soundOf(readContracts(texts, { examples: false })));
  }

  /** Loads a folder for tools of designers: examples are checked too, and faults are told by `broken`. */
  static examine(folder: string = CONTRACTS_FOLDER): Catalogue {
    const { contracts, broken } = keptContracts(textsIn(folder), { examples: true });
    return new Catalogue(contracts, broken);
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

function soundOf({ contracts, broken }: ContractsReading): readonly Contract[] {
  if (broken.size > 0) throw new ContractError([...new Set([...broken.values()].flat())]);
  return contracts;
}

/** The documents of a folder, and what they share, by file name relative to it. */
function textsIn(folder: string): ReadonlyMap<string, string> {
  const files = [
    SHARED_FILE,
    ...TIERS.flatMap(tier => filesIn(join(folder, tier)).map(file => `${tier}/${file}`)),
  ];
  return new Map(files.map(file => [file, readFileSync(join(folder, file), 'utf8')]));
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
