import { type Definition } from '../definition.js';
import { type Diagnostic } from '../diagnostic.js';
import { type SourcePath } from '../source.js';

/** Collects, with their places, the reasons why a definition cannot be run. */
export class Faults {
  readonly diagnostics: Diagnostic[] = [];

  readonly #definition: Definition;

  constructor(definition: Definition) {
    this.#definition = definition;
  }

  add(at: SourcePath, message: string, remedy: string, offset?: number): void {
    const { main } = this.#definition.sources;
    const position = offset === undefined ? main.positionOf(at) : main.positionInside(at, offset);
    this.diagnostics.push({
      code: 'not-runnable',
      severity: 'error',
      file: main.file,
      ...position,
      message,
      remedy,
    });
  }
}
