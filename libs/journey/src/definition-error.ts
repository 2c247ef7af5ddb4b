import { type Diagnostic, formatDiagnostic } from './diagnostic.js';

/** A definition that cannot be run: refuse to publish it, and refuse to start with it. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
  constructor(
    readonly definition: string,
    readonly diagnostics: readonly Diagnostic[],
  ) {
    const lines = diagnostics.map(diagnostic => `  ${formatDiagnostic(diagnostic, definition)}`);
    super(`The definition ${definition} cannot be run:\n${lines.join('\n')}`);
  }
}
