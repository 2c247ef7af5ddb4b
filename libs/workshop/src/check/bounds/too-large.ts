import { type Diagnostic, type Position } from '#journey';

/** A bound that was met, at the place where it was. */
export function tooLarge(file: string, at: Position, message: string, remedy: string): Diagnostic {
  const { line, column } = at;
  return { code: 'too-large', severity: 'error', file, line, column, message, remedy };
}

/** 25000 as people write it. */
export function inDigits(count: number): string {
  return count.toLocaleString('en');
}
