import { type Diagnostic, type JourneyFiles, readSource, type ServiceCatalogue } from '#journey';
import { makeMissing } from './make-missing.js';
import { type MissingPart } from './missing-parts.js';

/** One way to mend a diagnostic: what is made, and the files as they are then. */
export interface QuickFix {
  /** In words, such as `Make the form wish`. */
  readonly title: string;
  readonly files: JourneyFiles;
}

/** Whether something that is missing and can be made is what a diagnostic is about, by its code. */
type Mends = (part: MissingPart, diagnostic: Diagnostic, files: JourneyFiles) => boolean;

const BY_NAME: Mends = (part, { message }) => {
  const name = part.path.at(-1) ?? /([^/]+)\.yaml$/.exec(part.file)?.[1] ?? '';
  return new RegExp(`(?<![\\w.])${name}(?![\\w.]*\\w)`).test(message);
};
const inFile =
  (pattern: RegExp): Mends =>
  (part, diagnostic, files) =>
    pattern.test(part.file) && BY_NAME(part, diagnostic, files);

/** The diagnostics that what is made can mend. */
const MENDS: Readonly<Record<string, Mends>> = {
  'unknown-delay': inFile(/^parameters\.yaml$/),
  'unknown-parameter': inFile(/^parameters\.yaml$/),
  'unknown-retention': inFile(/^parameters\.yaml$/),
  'offer-without-end': inFile(/^parameters\.yaml$/),
  'unknown-form': inFile(/^forms\//),
  'unknown-text': (part, diagnostic, files) =>
    part.path[0] === 'messages' && BY_NAME(part, diagnostic, files),
  'missing-text': (part, { file, message }) => {
    const what = part.what.replace(/ \(\w+\)$/, '');
    return part.file === file && message.toLowerCase().startsWith(`${what} has no`.toLowerCase());
  },
  'untyped-placeholder': (part, { file, line, message }, files) => {
    const [, name = ''] = /^the type of \{(\w+),/.exec(part.what) ?? [];
    const at = part.file === file ? readSource(file, files[file] ?? '').positionOf(part.path).line : 0;
    return at === line && message.includes(`{${name}}`);
  },
};

/**
 * Quick fix: what `check --fix` makes for a diagnostic, and nothing else; undefined where there is nothing to be made.
 * The texts of something made are asked for by diagnostics of their own.
 */
export function quickFix(
  files: JourneyFiles,
  diagnostic: Diagnostic,
  catalogue: ServiceCatalogue,
): QuickFix | undefined {
  const mends = MENDS[diagnostic.code];
  if (!mends) return undefined;
  const { files: fixed, made } = makeMissing(files, catalogue, part => mends(part, diagnostic, files));
  const [first] = made;
  if (!first) return undefined;
  const what = first.what.replace(/ \(\w+\)$/, '');
  return { title: `${what.startsWith('the type') ? 'Write' : 'Make'} ${what}`, files: fixed };
}
