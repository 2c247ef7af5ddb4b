import { readSource, type Source, type SourcePath } from '#journey';
import { type Json } from '#statechart';
import { type ContractFault } from './contract-error.js';

/** Source text of one contract document, and the diagnostics collected for it. */
export class ContractSource {
  readonly faults: ContractFault[];
  readonly value: Json;
  readonly #source: Source;

  /** @param file as it is named in errors, e.g. `state/cpr.yaml` */
  constructor(
    readonly file: string,
    text: string,
  ) {
    this.#source = readSource(file, text);
    this.value = this.#source.value;
    this.faults = this.#source.diagnostics.map(({ line, column, message }) => ({
      file,
      line,
      column,
      place: 'the document',
      message,
    }));
  }

  /** Notes a fault at a path; a path that is not there stands for its nearest ancestor. */
  fault(path: SourcePath, message: string): void {
    const { line, column } = this.#source.positionOf(path);
    this.faults.push({
      file: this.file,
      line,
      column,
      place: path.join('.') || 'the document',
      message,
    });
  }
}
