import { type Diagnostic } from '#journey';
import { type CheckContext } from './check-context.js';
import { type Finding } from './finding.js';
import { type Rule } from './rule.js';

/** Runs rules over a definition. Diagnostics are sorted by file and place. */
export function findingsOf(context: CheckContext, rules: readonly Rule[]): Diagnostic[] {
  return rules
    .flatMap(rule => [...rule.find(context)].map(finding => toDiagnostic(rule, finding)))
    .sort(byPlace);
}

function toDiagnostic(
  { code, severity }: Rule,
  { place, key, offset, message, remedy }: Finding,
): Diagnostic {
  const { source, path, usedAt } = place;
  const position =
    offset === undefined
      ? source.positionOf(path, { key: key ?? false })
      : source.positionInside(path, offset);
  const use = usedAt && `${usedAt.source.file}:${usedAt.source.positionOf(usedAt.path, { key: true }).line}`;
  const said = use === undefined ? message : `${message} The part is used at ${use}.`;
  return { code, severity, file: source.file, ...position, message: said, remedy };
}

/** Sort order of diagnostics: by file, and inside a file from top to bottom. */
export function byPlace(one: Diagnostic, other: Diagnostic): number {
  return (
    one.file.localeCompare(other.file, 'en') ||
    one.line - other.line ||
    one.column - other.column ||
    one.code.localeCompare(other.code, 'en')
  );
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}
