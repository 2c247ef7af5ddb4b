import { type Diagnostic, readSource, schemaFaults } from '#journey';
import { type Json } from '#schema';
import { type Contract } from './contract.js';
import { ContractSource } from './contract-source.js';
import { contractValidator } from './contract-schema.js';
import { type ContractReading, readContract } from './read-contract.js';

/** What all contracts have in common, in the folder of contracts. */
export const SHARED_FILE = 'shared.yaml';

/** The contracts of a folder, as far as they could be read, and the faults by the id of their authority. */
export interface ContractsReading {
  readonly contracts: readonly Contract[];
  readonly broken: ReadonlyMap<string, readonly Diagnostic[]>;
}

/** Reads all contracts, each by itself: a fault in one takes no other with it. */
export function readContracts(
  texts: ReadonlyMap<string, string>,
  { examples }: { readonly examples: boolean },
): ContractsReading {
  const shared = readShared(texts.get(SHARED_FILE) ?? '');
  const contracts = new Map<string, Contract>();
  const broken = new Map<string, readonly Diagnostic[]>();
  for (const [file, text] of texts) {
    if (file === SHARED_FILE) continue;
    const reading = readOne(file, text, shared, examples);
    const { authority, contract } = reading;
    const diagnostics = contracts.has(authority) ? [repeated(authority, file)] : reading.diagnostics;
    if (diagnostics.length > 0) broken.set(authority, [...(broken.get(authority) ?? []), ...diagnostics]);
    if (contract && !contracts.has(authority)) contracts.set(authority, contract);
  }
  return { contracts: [...contracts.values()], broken };
}

interface Shared {
  readonly value: Json;
  readonly diagnostics: readonly Diagnostic[];
}

function readShared(text: string): Shared {
  const source = readSource(SHARED_FILE, text);
  const { value, diagnostics } = source;
  if (diagnostics.length > 0) return { value, diagnostics };
  return { value, diagnostics: schemaFaults(source, contractValidator('shared-contract')) };
}

/** Nothing can be said of a contract when what it shares cannot be read. */
function readOne(
  file: string,
  text: string,
  { value, diagnostics }: Shared,
  examples: boolean,
): ContractReading {
  if (diagnostics.length > 0) return { authority: new ContractSource(file, text).authority, diagnostics };
  return readContract(file, text, { shared: value, examples });
}

function repeated(authority: string, file: string): Diagnostic {
  return {
    code: 'repeated-authority',
    severity: 'error',
    file,
    line: 1,
    column: 1,
    message: `Another contract already describes ${authority}.`,
    remedy: 'Give one of the two another id, or put them together.',
  };
}
