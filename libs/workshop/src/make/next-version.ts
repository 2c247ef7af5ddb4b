import { type Source } from '#journey';
import { isMap, isScalar, parseDocument } from 'yaml';

/** Text of a version file for another day: the same, but for the day it takes effect. */
export function nextVersion({ text }: Source, effective: string): string {
  const { contents } = parseDocument(text);
  const written = isMap(contents) ? contents.get('effective', true) : undefined;
  const [start, end] = (isScalar(written) ? written.range : undefined) ?? [0, 0];
  return text.slice(0, start) + effective + text.slice(end);
}
