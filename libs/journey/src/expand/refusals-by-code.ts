import { type Json } from '#statechart';
import { isRecord } from '../read/cursor.js';
import { type SourcePath } from '../source.js';

/** Keys of a transition; a mapping that has none of them is one by refusal code. */
const TRANSITION_KEYS: ReadonlySet<string> = new Set([
  'target',
  'guard',
  'actions',
  'reenter',
  'description',
]);

/** The source of a condition that `onError: { <code>: … }` stands for. */
export const BY_CODE = 'refusal';

/** A transition on a refusal, and under which key it was written. */
export interface RefusalTransition {
  readonly code: string;
  readonly transition: Json;
  /** Below `onError`. */
  readonly at: SourcePath;
}

export function isByCode(onError: Json): onError is Record<string, Json> {
  return isRecord(onError) && !Object.keys(onError).some(key => TRANSITION_KEYS.has(key));
}

/** The transitions of `onError: { <code>: …, else: … }` in the order of trying: `else` comes last. */
export function refusalTransitions(onError: Record<string, Json>): RefusalTransition[] {
  const codes = Object.entries(onError).flatMap(([code, written]): RefusalTransition[] =>
    Array.isArray(written)
      ? (written as readonly Json[]).map((transition, index) => ({ code, transition, at: [code, index] }))
      : [{ code, transition: written, at: [code] }],
  );
  return [...codes.filter(({ code }) => code !== 'else'), ...codes.filter(({ code }) => code === 'else')];
}

/**
 * What `noAnswer` means: `{ after: <delay>, target: … }` is a transition of its own, `<delay>` alone goes the way of a refusal that has no
 * code of its own.
 */
export function withoutAnswer(
  noAnswer: Json,
  onError: Json,
): { readonly after: string; readonly transition: Json } {
  if (isRecord(noAnswer)) {
    const { after, ...transition } = noAnswer;
    return { after: String(after), transition };
  }
  const otherwise = isByCode(onError) ? onError['else'] : onError;
  const last = Array.isArray(otherwise) ? (otherwise as readonly Json[]).at(-1) : otherwise;
  return { after: String(noAnswer), transition: last ?? {} };
}
