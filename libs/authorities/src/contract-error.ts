/** One diagnostic of a contract document, with its position. */
export interface ContractFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The keys from the root of the document, e.g. `paths./moves.post.x-service.ground`. */
  readonly place: string;
  readonly message: string;
}

/** Invalid contract documents, with every fault found. No process starts with them. */
export class ContractError extends Error {
  override readonly name = 'ContractError';

  constructor(readonly faults: readonly ContractFault[]) {
    super(
      `${faults.length} fault${faults.length === 1 ? '' : 's'} in the contracts of the authorities:\n` +
        faults
          .map(
            ({ file, line, column, place, message }) => `  ${file}:${line}:${column} at ${place}: ${message}`,
          )
          .join('\n'),
    );
  }
}
