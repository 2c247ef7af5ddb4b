import { type Diagnostic, schemaFaults, type Source } from '#journey';
import { kindOf, validatorOf } from './schemas.js';

/** Schema validation of a file of a journey, in a designer's words. */
export function shapeFaults(source: Source): readonly Diagnostic[] {
  const kind = kindOf(source.file);
  return kind === undefined ? [] : schemaFaults(source, validatorOf(kind));
}
