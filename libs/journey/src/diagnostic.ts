/** `error` refuses to publish and to start; `warning` is worth a designer's look and stops nothing. */
export type Severity = 'error' | 'warning';

/**
 * One thing that is wrong with a journey, where it is wrong, and what to do about it.
 *
 * `file` is relative to the journey's folder; `line` and `column` count from 1. `code` is stable: it may be
 * searched for, documented and suppressed in a review, so it is never reused for another fault.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
}

export function isError({ severity }: Pick<Diagnostic, 'severity'>): boolean {
  return severity === 'error';
}

/** A diagnostic as one line: `moving/2025-01-01.yaml:12:5 error unknown-target … Remedy: …`. */
export function formatDiagnostic(diagnostic: Diagnostic, folder?: string): string {
  const { file, line, column, severity, code, message, remedy } = diagnostic;
  const place = `${folder ? `${folder}/` : ''}${file}:${line}:${column}`;
  return `${place} ${severity} ${code} ${message} Remedy: ${remedy}`;
}
