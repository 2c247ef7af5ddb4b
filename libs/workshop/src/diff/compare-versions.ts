import { type Definition } from '#journey';
import { versionParts } from './version-parts.js';

/** One thing that is not the same in two versions of a journey. */
export interface VersionChange {
  /** What it is and its name: `way applying submit`, `delay appealTime`. */
  readonly part: string;
  /** What it was, in words; absent when it is new. */
  readonly before?: string;
  /** What it is, in words; absent when it is gone. */
  readonly after?: string;
}

/**
 * Structural difference of two versions, in the order of the later one; what is gone comes last. Forms, texts and
 * parameters are shared by the versions of a journey, and so are no difference.
 */
export function compareVersions(before: Definition, after: Definition): VersionChange[] {
  const [was, is] = [versionParts(before), versionParts(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap(part => {
    const [old, now] = [was.get(part), is.get(part)];
    if (old === now) return [];
    return [{ part, ...(old !== undefined && { before: old }), ...(now !== undefined && { after: now }) }];
  });
}
