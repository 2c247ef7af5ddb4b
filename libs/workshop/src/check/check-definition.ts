import { type Definition, type Diagnostic, type ServiceCatalogue } from '#journey';
import { type Finding, type Rule } from './rule.js';
import { RULES } from './rules.js';
import { Subject } from './subject.js';

/**
 * Holds a definition against every rule of the language. What it finds is sorted by file and place. A definition
 * with an error must not be published or started.
 */
export function checkDefinition(definition: Definition, catalogue: ServiceCatalogue): Diagnostic[] {
  const subject = new Subject(definition, catalogue);
  return RULES.flatMap(rule => [...rule.find(subject)].map(finding => toDiagnostic(rule, finding))).sort(
    byPlace,
  );
}

function toDiagnostic(
  { code, severity }: Rule,
  { place, key, offset, message, remedy }: Finding,
): Diagnostic {
  const { source, path } = place;
  const position =
    offset === undefined
      ? source.positionOf(path, { key: key ?? false })
      : source.positionInside(path, offset);
  return { code, severity, file: source.file, ...position, message, remedy };
}

/** Files by name, and inside a file from top to bottom. */
export function byPlace(one: Diagnostic, other: Diagnostic): number {
  return (
    one.file.localeCompare(other.file, 'en') ||
    one.line - other.line ||
    one.column - other.column ||
    one.code.localeCompare(other.code, 'en')
  );
}
