import { type Diagnostic, type JourneyFiles } from '#journey';
import { MOST } from './most.js';
import { inDigits, tooLarge } from './too-large.js';

const START = { line: 1, column: 1 };

/** Limits on a journey's folder before it is read. */
export function fileBounds(files: JourneyFiles): Diagnostic[] {
  const names = Object.keys(files);
  if (names.length > MOST.files) {
    const message = `The journey has ${inDigits(names.length)} files; ${inDigits(MOST.files)} may be checked.`;
    return [tooLarge('.', START, message, 'Leave out what it does not need.')];
  }
  const versions = names.filter(file => /^\d{4}-\d{2}-\d{2}\.yaml$/.test(file));
  if (versions.length > MOST.versions) {
    const message = `The journey has ${versions.length} versions; ${MOST.versions} may be checked at once.`;
    return [tooLarge('.', START, message, 'Leave out versions that no new journey starts on.')];
  }
  const inAll = names.reduce((sum, file) => sum + (files[file] ?? '').length, 0);
  if (inAll > MOST.inAll) {
    const message = `The files have ${inDigits(inAll)} characters together; ${inDigits(MOST.inAll)} may be checked.`;
    return [tooLarge('.', START, message, 'Make two journeys of it.')];
  }
  return names.flatMap(file => textBounds(file, files[file] ?? ''));
}

function textBounds(file: string, text: string): Diagnostic[] {
  if (text.length > MOST.inFile) {
    const message = `${file} has ${inDigits(text.length)} characters; ${inDigits(MOST.inFile)} may be checked.`;
    return [tooLarge(file, START, message, 'Say it in fewer words, or make two journeys of it.')];
  }
  if (hasMoreMarks(text)) {
    const message = `${file} has more than ${inDigits(MOST.marks)} commas, colons and ends of lines.`;
    return [tooLarge(file, START, message, 'Say it in fewer words, or make two journeys of it.')];
  }
  const line = firstBeyond(text);
  if (line === undefined) return [];
  const message = `${file} has more than ${inDigits(MOST.lines)} lines.`;
  return [tooLarge(file, { line, column: 1 }, message, 'End it here, or make two journeys of it.')];
}

function hasMoreMarks(text: string): boolean {
  let marks = 0;
  for (let at = 0; at < text.length && marks <= MOST.marks; at++) {
    if (',:\n'.includes(text.charAt(at))) marks += 1;
  }
  return marks > MOST.marks;
}

function firstBeyond(text: string): number | undefined {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    line += 1;
    if (line > MOST.lines && at + 1 < text.length) return line;
  }
  return undefined;
}
