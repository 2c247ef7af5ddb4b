import { stringify } from 'yaml';
import { isError, type JourneyFiles, readJourney, type ServiceCatalogue } from '#journey';
import { CheckContext } from '../check/check-context.js';
import { untypedPlaceholders } from '../check/texts/untyped-placeholders.js';
import { insertEntry } from './insert-entry.js';
import { MAKING_STEPS, type MissingPart } from './missing-parts.js';

/** A journey's files with what was missing, and what that was, in the order it was made. */
export interface MadeParts {
  readonly files: JourneyFiles;
  readonly made: readonly MissingPart[];
}

const SCHEMA_LINE = /^# yaml-language-server: \$schema=(.*?)definition\.schema\.json$/m;

/**
 * Code generation from what is named: delays, parameters, forms, messages and texts that a journey refers to and does not
 * have, as placeholders that the check asks to be written. Makes nothing twice, and nothing in files that are no YAML.
 *
 * @param isWanted default: everything that is missing
 */
export function makeMissing(
  files: JourneyFiles,
  catalogue: ServiceCatalogue,
  isWanted: (part: MissingPart) => boolean = () => true,
): MadeParts {
  if (readJourney(files).diagnostics.some(isError)) return { files, made: [] };
  const written: Record<string, string> = { ...files };
  const made: MissingPart[] = [];
  for (const step of MAKING_STEPS) {
    for (const { effective } of readJourney(written).definitions) {
      // Read anew for each version: they share forms, texts and parameters.
      const definition = readJourney(written).definitions.find(each => each.effective === effective);
      if (!definition) continue;
      for (const part of step(new CheckContext(definition, catalogue)).filter(isWanted)) {
        const before = written[part.file] ?? headOf(part.file, definition.sources.main.text);
        written[part.file] =
          part.path.length > 0 ? insertEntry(before, part.path, part.value) : before + stringify(part.value);
        made.push(part);
      }
    }
  }
  for (const { effective } of readJourney(written).definitions) {
    const definition = readJourney(written).definitions.find(each => each.effective === effective);
    if (definition) {
      made.push(...typed(new CheckContext(definition, catalogue), written, isWanted).reverse());
    }
  }
  return { files: written, made };
}

/** Writes the types of placeholders; from the end of each file, so that places before stay where they are. */
function typed(
  context: CheckContext,
  written: Record<string, string>,
  isWanted: (part: MissingPart) => boolean,
): MissingPart[] {
  const untyped = untypedPlaceholders(context).sort((one, other) => other.at - one.at);
  return untyped.flatMap(({ file, path, at, name, written: before, type }) => {
    const part = { file, path, value: null, what: `the type of {${name}, ${type}}` };
    if (!isWanted(part)) return [];
    const text = written[file] ?? '';
    written[file] = `${text.slice(0, at)}{${name}, ${type}}${text.slice(at + before.length)}`;
    return [part];
  });
}

/** The line that names the schema to editors, as the version file has it. */
function headOf(file: string, main: string): string {
  const schemas = SCHEMA_LINE.exec(main)?.[1];
  if (schemas === undefined) return '';
  const [folder = ''] = file.split('/');
  const kind = { forms: 'form', texts: 'texts' }[folder] ?? 'parameters';
  const up = file.includes('/') && schemas.startsWith('.') ? '../' : '';
  return `# yaml-language-server: $schema=${up}${schemas}${kind}.schema.json\n`;
}
