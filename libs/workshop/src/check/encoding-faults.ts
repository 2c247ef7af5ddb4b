import { type Diagnostic, type JourneyFiles } from '#journey';

/** U+FFFD, which decoding puts in place of bytes that are not UTF-8 (Encoding Standard, section 4.1). */
const REPLACED = '\uFFFD';

/** Encoding faults: files whose bytes were not UTF-8, each told once, at the first character that was lost. */
export function encodingFaults(files: JourneyFiles): Diagnostic[] {
  return Object.entries(files).flatMap(([file, text]): Diagnostic[] => {
    const at = text.indexOf(REPLACED);
    if (at < 0) return [];
    const before = text.slice(0, at).split('\n');
    const others = text.split(REPLACED).length - 2;
    return [
      {
        code: 'not-utf8',
        severity: 'error',
        file,
        line: before.length,
        column: (before.at(-1)?.length ?? 0) + 1,
        message: `${file} is not saved as UTF-8: this character${others > 0 ? `, and ${others} more,` : ''} cannot be read.`,
        remedy: 'Save the file with the encoding UTF-8, and write the lost letters anew.',
      },
    ];
  });
}
