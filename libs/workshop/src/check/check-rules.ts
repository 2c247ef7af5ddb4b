import { type Diagnostic } from '#journey';
import { type CheckContext } from './check-context.js';
import { type Finding } from './finding.js';
import { type Rule } from './rule.js';

/** Error limit of one rule, as compilers have. */
export const MOST_FINDINGS = 100;

/**
 * Runs rules over a definition. Diagnostics are sorted by file and place. A rule that finds very much is asked no
 * further, since a remedy takes as long to find as there are names to choose from.
 */
export function findingsOf(context: CheckContext, rules: readonly Rule[]): Diagnostic[] {
  return rules
    .flatMap(rule => Array.from(limited(rule.find(context)), finding => toDiagnostic(rule, finding)))
    .sort(byPlace);
}

function* limited(findings: Iterable<Finding>): Generator<Finding> {
  let found = 0;
  for (const finding of findings) {
    found += 1;
    if (found <= MOST_FINDINGS) yield finding;
    else {
      const message = `There is more of what the check found ${MOST_FINDINGS} times; it stopped looking here.`;
      return yield { ...finding, message, remedy: 'Mend what was found, and check again.' };
    }
  }
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
