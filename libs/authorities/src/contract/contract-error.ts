import { type Diagnostic, formatDiagnostic } from '#journey';

/** Invalid contracts, with every diagnostic. No process starts with them. */
export class ContractError extends Error {
  override readonly name = 'ContractError';

  constructor(readonly diagnostics: readonly Diagnostic[]) {
    const faults = `${diagnostics.length} fault${diagnostics.length === 1 ? '' : 's'}`;
    const lines = diagnostics.map(diagnostic => `  ${formatDiagnostic(diagnostic)}`);
    super([`${faults} in the contracts of the authorities:`, ...lines].join('\n'));
  }
}
